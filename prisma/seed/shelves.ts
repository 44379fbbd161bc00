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
import type { MediaStore } from '#app/services/media/media-store.ts';
import { inParallel } from './in-parallel.ts';
import type { Random } from './pictures/seeded-random.ts';

export interface PictureHints {
  readonly colour: string;
  readonly pattern: string;
  readonly size: string;
}
/** Bytes of a photograph of a mat like that; the same seed gives the same picture. */
export type PictureSource = (seed: number, hints: PictureHints) => Promise<Buffer>;

export interface ShelfSetting {
  readonly media: MediaStore;
  readonly actor: Actor;
  readonly now: Date;
  readonly pictures: PictureSource;
  readonly random: Random;
}

const LEAST_RUPIAH = 25_000;
const MOST_RUPIAH = 150_000;
const STEP_RUPIAH = 2_500;
const RUPIAH_PER_SQUARE_METRE = 146_000;
const OLDEST_DAYS = 770;
const FIRST_MATS = 60;
/** Pictures are decoded and encoded on all cores: a few at a time fills them. */
const AT_ONCE = 4;

interface PlannedMat extends PictureHints {
  readonly shopId: string;
  readonly material: string;
  readonly variants: readonly VariantInput[];
  readonly listedAt: Date;
  readonly publish: boolean;
  readonly seed: number;
}

/** `count` mats over the shops in turn; returns their ids in the order they were planned. */
export async function fillShelves(
  db: Database,
  shopIds: readonly string[],
  count: number,
  setting: ShelfSetting,
): Promise<string[]> {
  const mats = Array.from({ length: count }, (_, index) =>
    planMat(shopIds[index % shopIds.length] ?? '', index, setting),
  );
  const ids = new Array<string>(mats.length);
  await inParallel([...mats.entries()], AT_ONCE, async ([place, mat]) => {
    ids[place] = await listMat(db, mat, setting);
  });
  return ids;
}

function planMat(shopId: string, index: number, { random, now }: ShelfSetting): PlannedMat {
  const pattern = random.pick(PATTERNS);
  const size = pattern === 'kepang' ? random.pick(['bulat-60', 'oval-45x70'] as const) : random.pick(SIZE_IDS);
  return {
    shopId,
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

async function listMat(db: Database, mat: PlannedMat, { media, actor, pictures }: ShelfSetting): Promise<string> {
  const { shopId, material, colour, pattern, size, variants, listedAt, publish } = mat;
  const stored = await media.storeBytes(await pictures(mat.seed, { colour, pattern, size }));
  if (!stored.ok) throw new Error(`picture of mat ${mat.seed} refused: ${stored.reason}`);
  const photo = mustSucceed(await addPhoto(db, { actor, now: listedAt, input: { shopId, picture: stored.picture } }));
  const input = { shopId, material, colour, pattern, variants, photoIds: [photo.photoId], publish };
  return mustSucceed(await createListing(db, { actor, now: listedAt, input })).listingId;
}
