// Small true-to-life rows for tests of commands; each maker made here can sell.
import { randomUUID } from 'node:crypto';
import type { AccountActor, Actor } from '#app/domain/access/actor.ts';
import type { Role } from '#app/domain/access/roles.ts';
import type { Purpose } from '#app/domain/consents/consent-purposes.ts';
import { recordConsent } from '#app/domain/consents/record-consent.server.ts';
import type { Database } from '#app/domain/database.ts';
import { createSealer } from '#app/services/crypto/aes-sealer.ts';

export const NOW = new Date('2026-11-20T03:00:00Z'); // Friday 10.00 WIB
export const SYSTEM: Actor = { kind: 'system', name: 'test' };
/** Of the demonstration, as the site of a test has: what one seals, the other opens. */
export const sealer = createSealer({ sealKey: '11'.repeat(32), fingerprintKey: '22'.repeat(32) });

/** Well-formed, and nobody's. */
export const ID_OF_NOBODY = '01930000-0000-7000-8000-00000000000a';

export const VILLAGE = '36.71.10.1002'; // Karang Sari
export const DISTRICT = '36.71.10'; // Neglasari

let counter = 0;

/** Areas that the fixtures stand in; harmless when called again. */
export async function createAreas(db: Database): Promise<void> {
  await db.area.createMany({
    data: [
      { code: '36', name: 'Banten', level: 'province' },
      { code: '36.71', name: 'Kota Tangerang', level: 'city', parentCode: '36' },
      { code: '36.71.01', name: 'Tangerang', level: 'district', parentCode: '36.71' },
      { code: DISTRICT, name: 'Neglasari', level: 'district', parentCode: '36.71' },
      { code: '36.71.01.1005', name: 'Cikokol', level: 'village', parentCode: '36.71.01' },
      { code: VILLAGE, name: 'Karang Sari', level: 'village', parentCode: DISTRICT },
    ],
    skipDuplicates: true,
  });
}

export async function createAccount(db: Database, role: Role, personId: string | null = null): Promise<AccountActor> {
  counter += 1;
  const name = `${role} ${counter}`;
  const phone = `+62812${String(90_000_000 + counter)}`;
  const account = await db.account.create({ data: { name, phone, role, personId, createdAt: NOW } });
  return { kind: 'account', accountId: account.id, role, personId, name };
}

/** A field officer who follows the women of that area since January. */
export async function createOfficer(db: Database, areaCode = DISTRICT): Promise<AccountActor> {
  const officer = await createAccount(db, 'field_officer');
  await db.officerArea.create({ data: { accountId: officer.accountId, areaCode, fromOn: new Date('2026-01-01') } });
  return officer;
}

export async function createPerson(db: Database, overrides: { name?: string; areaCode?: string } = {}) {
  await createAreas(db);
  counter += 1;
  return db.person.create({
    data: {
      name: overrides.name ?? `Ibu ${counter}`,
      areaCode: overrides.areaCode ?? VILLAGE,
      phone: `+62813${String(70_000_000 + counter)}`,
      createdAt: NOW,
    },
  });
}

/** A woman with an account, an open shop that delivers to her own village for Rp 8.000 and has a pick-up point. */
export async function createMaker(db: Database) {
  const person = await createPerson(db);
  const actor = await createAccount(db, 'maker', person.id);
  const point = await db.pickupPoint.create({
    data: { name: 'Balai Warga RW 03', address: 'Jl. Marsekal 1', hours: '08.00-16.00', areaCode: VILLAGE },
  });
  const shop = await db.shop.create({
    data: {
      personId: person.id,
      slug: `toko-${randomUUID().slice(0, 8)}`,
      name: `Anyaman ${person.name}`,
      districtCode: DISTRICT,
      status: 'open',
      pickupPointId: point.id,
      openedAt: NOW,
      deliveryRates: { create: { areaCode: VILLAGE, feeRupiah: 8_000 } },
    },
  });
  return { person, actor, shop, point };
}

/** Her consent, given on paper before a witness. */
export function giveConsent(db: Database, personId: string, purpose: Purpose) {
  return recordConsent(db, {
    actor: SYSTEM,
    now: NOW,
    input: { personId, purpose, isGiven: true, channel: 'paper', witness: 'Bu RW', language: 'id' },
  });
}

/** A published listing of one size. */
export async function createListing(
  db: Database,
  shopId: string,
  stock: { onHand?: number; priceRupiah?: number; makeDays?: number; weeklyCapacity?: number } = {},
) {
  const listing = await db.listing.create({
    data: {
      shopId,
      slug: `keset-${randomUUID().slice(0, 8)}`,
      title: 'Keset lurik biru, 40 × 60',
      description: 'Keset tenun tangan.',
      material: 'perca-katun',
      colour: 'biru',
      status: 'published',
      publishedAt: NOW,
      createdAt: NOW,
      fromRupiah: stock.priceRupiah ?? 35_000,
      isAvailable: true,
      variants: {
        create: {
          size: '40x60',
          priceRupiah: stock.priceRupiah ?? 35_000,
          onHand: stock.onHand ?? 10,
          makeDays: stock.makeDays ?? null,
          weeklyCapacity: stock.weeklyCapacity ?? null,
        },
      },
    },
    include: { variants: true },
  });
  const variant = listing.variants[0];
  if (!variant) throw new Error('no variant');
  return { listing, variant };
}
