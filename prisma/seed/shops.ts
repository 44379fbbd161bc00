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
import { fillShelves, type ShelfSetting } from './shelves.ts';

const SHOPS = 60;
const LISTINGS = 200;
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

/** The first sixty of `persons` open a shop; returns the shops' and listings' ids. */
export async function seedShops(
  db: Database,
  setting: ShelfSetting & { sealer: Sealer; persons: readonly SeedPerson[] },
): Promise<{ shopIds: string[]; listingIds: string[] }> {
  const points = await db.pickupPoint.findMany({ orderBy: { name: 'asc' } });
  const shopIds: string[] = [];
  for (const [index, person] of setting.persons.slice(0, SHOPS).entries()) {
    const point = points.find((candidate) => candidate.areaCode === person.areaCode) ?? points[index % points.length];
    shopIds.push(await openOne(db, { ...setting, person, index, pickupPointId: point?.id ?? null }));
  }
  return { shopIds, listingIds: await fillShelves(db, shopIds, LISTINGS, setting) };
}

interface Opening {
  readonly actor: Actor;
  readonly now: Date;
  readonly sealer: Sealer;
  readonly random: Random;
  readonly person: SeedPerson;
  readonly index: number;
  readonly pickupPointId: string | null;
}

async function openOne(db: Database, { actor, now, sealer, random, person, index, pickupPointId }: Opening) {
  const kind = KINDS[index % KINDS.length];
  const name = NAMES[Math.floor(index / KINDS.length) % NAMES.length];
  const openedAt = new Date(now.getTime() - OPENED_DAYS_AGO * DAY_MS);
  const opened = await openShop(db, {
    actor,
    now: openedAt,
    sealer,
    input: {
      personId: person.id,
      name: `${kind} ${name}`,
      story: random.chance(0.8) ? random.pick(STORIES) : '',
      pickupPointId,
      deliveryRates: [{ areaCode: person.areaCode, feeRupiah: random.pick([5_000, 8_000, 10_000]) }],
      bank: {
        name: random.pick(BANKS),
        account: String(random.whole(1_000_000_000, 9_999_999_999)),
        holder: person.name,
      },
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
