// Shops of the demonstration: sixty makers with a name they chose, a story, a place to collect, and mats on their shelves.
import type { Actor } from '#app/domain/access/actor.ts';
import type { Sealer } from '#app/domain/access/sealer.ts';
import { PURPOSES } from '#app/domain/consents/consent-purposes.ts';
import { recordConsent } from '#app/domain/consents/record-consent.server.ts';
import type { Database } from '#app/domain/database.ts';
import { DAY_MS } from '#app/domain/dates.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { openShop } from '#app/domain/shops/open-shop.server.ts';
import type { Random } from './pictures/seeded-random.ts';

const SHOPS = 60;
/** Shops opened before the oldest mat was listed. */
const OPENED_DAYS_AGO = 780;

const KINDS = ['Keset', 'Anyaman', 'Tenun', 'Rumah Keset', 'Karya', 'Perca'] as const;
const NAMES = [
  'Melati',
  'Kenanga',
  'Cempaka',
  'Anggrek',
  'Teratai',
  'Mawar',
  'Dahlia',
  'Seroja',
  'Kamboja',
  'Flamboyan',
] as const;
const STORIES = [
  'Belajar menenun di pelatihan Dinas Sosial, kini mengajar dua tetangga.',
  'Mengerjakan keset setelah anak-anak berangkat sekolah. Suka corak lurik.',
  'Memakai sisa kain dari penjahit di sekitar rumah, jadi setiap keset berbeda.',
  'Dulu berjualan nasi uduk. Sekarang keset ikut membantu biaya sekolah anak.',
  'Mengutamakan anyaman yang rapat supaya awet dan mudah dicuci.',
  'Menerima pesanan warna sendiri untuk rumah, kantor, dan musala.',
] as const;
const WITNESS = 'Nurul Hidayah';
const BANKS = ['BRI', 'BNI', 'Mandiri', 'BCA', 'Bank BJB'] as const;

export interface SeedPerson {
  readonly id: string;
  readonly name: string;
  readonly areaCode: string;
}

export interface PlannedShop {
  readonly name: string;
  readonly story: string;
  readonly feeRupiah: number;
  readonly bankName: string;
  readonly bankAccount: string;
}

export function planShops(random: Random): PlannedShop[] {
  return Array.from({ length: SHOPS }, (_, index) => ({
    name: `${KINDS[index % KINDS.length]} ${NAMES[Math.floor(index / KINDS.length) % NAMES.length]}`,
    story: random.chance(0.8) ? random.pick(STORIES) : '',
    feeRupiah: random.pick([5_000, 8_000, 10_000]),
    bankName: random.pick(BANKS),
    bankAccount: String(random.whole(1_000_000_000, 9_999_999_999)),
  }));
}

/** One shop for each of the first of `persons`; returns their ids. */
export async function seedShops(
  db: Database,
  { persons, shops, ...setting }: Setting & { persons: readonly SeedPerson[]; shops: readonly PlannedShop[] },
): Promise<string[]> {
  const points = await db.pickupPoint.findMany({ orderBy: { name: 'asc' } });
  const shopIds: string[] = [];
  for (const [index, shop] of shops.entries()) {
    const person = persons[index];
    if (!person) throw new Error('the demonstration city has fewer makers than shops');
    const point = points.find((candidate) => candidate.areaCode === person.areaCode) ?? points[index % points.length];
    shopIds.push(await openOne(db, { ...setting, ...shop, person, index, pickupPointId: point?.id ?? null }));
  }
  return shopIds;
}

interface Setting {
  readonly actor: Actor;
  readonly now: Date;
  readonly sealer: Sealer;
}

interface Opening extends Setting, PlannedShop {
  readonly person: SeedPerson;
  readonly index: number;
  readonly pickupPointId: string | null;
}

async function openOne(db: Database, opening: Opening): Promise<string> {
  const { actor, now, sealer, person, index, name, story, pickupPointId, feeRupiah, bankName, bankAccount } = opening;
  const openedAt = new Date(now.getTime() - OPENED_DAYS_AGO * DAY_MS);
  const opened = await openShop(db, {
    actor,
    now: openedAt,
    sealer,
    input: {
      personId: person.id,
      name,
      story,
      pickupPointId,
      deliveryRates: [{ areaCode: person.areaCode, feeRupiah }],
      bank: { name: bankName, account: bankAccount, holder: person.name },
    },
  });
  const { shopId } = mustSucceed(opened);
  for (const [place, purpose] of PURPOSES.entries()) {
    // A few women say no to one thing or another; all of them agreed to the page of their shop.
    const isGiven = purpose === 'shop' || purpose === 'story' || (index + place) % 7 > 0;
    const act = { personId: person.id, purpose, isGiven, channel: 'paper', witness: WITNESS, language: 'id' } as const;
    mustSucceed(await recordConsent(db, { actor, now: openedAt, input: act }));
  }
  return shopId;
}
