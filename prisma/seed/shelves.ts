// Fills shelves of the demonstration: mats as makers list them, through the same commands, each with a picture of its own.
import type { Actor } from '#app/domain/access/actor.ts';
import type { Database } from '#app/domain/database.ts';
import { DAY_MS } from '#app/domain/dates.ts';
import { createListing } from '#app/domain/listings/create-listing.server.ts';
import type { VariantInput } from '#app/domain/listings/listing-schemas.ts';
import {
  areaSquareMetres,
  COLOUR_IDS,
  MATERIALS,
  PATTERNS,
  SIZE_IDS,
  type SizeId,
  sizeOf,
} from '#app/domain/listings/listing-vocabulary.ts';
import { addPhoto } from '#app/domain/photos/add-photo.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import type { MediaStore, StoredPicture } from '#app/services/media/media-store.ts';
import { inParallel, startInParallel } from './in-parallel.ts';
import type { Random } from './pictures/seeded-random.ts';

export interface PictureHints {
  readonly colour: string;
  readonly pattern: string;
  readonly size: string;
}
/** Bytes of a photograph of a mat like that; the same seed gives the same picture. */
export type PictureSource = (seed: number, hints: PictureHints) => Promise<Buffer>;

const LEAST_RUPIAH = 25_000;
const MOST_RUPIAH = 150_000;
const STEP_RUPIAH = 2_500;
const RUPIAH_PER_SQUARE_METRE = 146_000;
const OLDEST_DAYS = 770;
const FIRST_MATS = 60;
/** Pictures are decoded and encoded on all cores: a few at a time fills them. */
const AT_ONCE = 4;

export interface PlannedMat extends PictureHints {
  readonly material: string;
  readonly variants: readonly VariantInput[];
  readonly listedAt: Date;
  readonly publish: boolean;
  readonly seed: number;
}

/** The mats of the city and their pictures, in the same order. */
export interface Shelves {
  readonly mats: readonly PlannedMat[];
  readonly pictures: readonly Promise<StoredPicture>[];
}

/** What each mat will be: every chance is drawn before anything is painted or written. */
export function planMats(count: number, random: Random, now: Date): PlannedMat[] {
  return Array.from({ length: count }, (_, index) => planMat(index, random, now));
}

/** Begins to photograph and store all of them: it takes longer than anything else, and needs nothing that is in the database. */
export function startPictures(
  mats: readonly PlannedMat[],
  { media, photograph }: { media: MediaStore; photograph: PictureSource },
): readonly Promise<StoredPicture>[] {
  return startInParallel(mats, AT_ONCE, async (mat) => {
    const stored = await media.storeBytes(await photograph(mat.seed, mat));
    if (!stored.ok) throw new Error(`picture of mat ${mat.seed} refused: ${stored.reason}`);
    return stored.picture;
  });
}

/** The mats over the shops in turn, each as soon as its picture is there. */
export async function fillShelves(
  db: Database,
  { actor, shopIds, mats, pictures }: Shelves & { actor: Actor; shopIds: readonly string[] },
): Promise<void> {
  await inParallel([...mats.entries()], AT_ONCE, async ([index, mat]) => {
    const [shopId, picture] = [shopIds[index % shopIds.length], await pictures[index]];
    if (!shopId || !picture) throw new Error(`mat ${index} has no shop or no picture`);
    await listMat(db, actor, { ...mat, shopId, picture });
  });
}

function planMat(index: number, random: Random, now: Date): PlannedMat {
  const pattern = random.pick(PATTERNS);
  const size = pattern === 'kepang' ? random.pick(['bulat-60', 'oval-45x70'] as const) : random.pick(SIZE_IDS);
  return {
    pattern,
    size,
    colour: pattern === 'bulu' && random.chance(0.5) ? 'warna-warni' : random.pick(COLOUR_IDS),
    material: pattern === 'bulu' ? 'perca-kaos' : random.pick(MATERIALS),
    variants: planVariants(size, random),
    // The first mat of a shop is as old as the shop; the others came since.
    listedAt: new Date(now.getTime() - (index < FIRST_MATS ? OLDEST_DAYS : random.between(0.1, OLDEST_DAYS)) * DAY_MS),
    publish: index % 25 !== 24,
    seed: index,
  };
}

/** One to three sizes of the same shape; about a quarter is made to order, a few are sold out. */
function planVariants(first: SizeId, random: Random): VariantInput[] {
  const alike = SIZE_IDS.filter((id) => id !== first && sizeOf(id).shape === sizeOf(first).shape);
  const more = alike.slice(0, random.pick([0, 0, 0, 1, 1, 2]));
  const skill = random.between(0.8, 1.7);
  return [first, ...more].map((size, place) => {
    const isMade = random.chance(0.25);
    const isSoldOut = place > 0 && random.chance(0.1);
    return {
      size,
      priceRupiah: priceOf(size, skill),
      onHand: isMade || isSoldOut ? 0 : random.whole(1, 9),
      ...(isMade ? { makeDays: random.pick([3, 5, 7, 10]), weeklyCapacity: random.whole(2, 6) } : {}),
    };
  });
}

function priceOf(size: string, skill: number): number {
  const asked = Math.round((areaSquareMetres(size) * RUPIAH_PER_SQUARE_METRE * skill) / STEP_RUPIAH) * STEP_RUPIAH;
  return Math.min(MOST_RUPIAH, Math.max(LEAST_RUPIAH, asked));
}

async function listMat(db: Database, actor: Actor, mat: PlannedMat & { shopId: string; picture: StoredPicture }) {
  const { shopId, picture, material, colour, pattern, variants, listedAt, publish } = mat;
  const photo = mustSucceed(await addPhoto(db, { actor, now: listedAt, input: { shopId, picture } }));
  const input = { shopId, material, colour, pattern, variants, photoIds: [photo.photoId], publish };
  mustSucceed(await createListing(db, { actor, now: listedAt, input }));
}
