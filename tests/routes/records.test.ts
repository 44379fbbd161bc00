// Every record x every role x {her own, same area, other area, missing} x {page, form}: whose record it is decides, absent and
// forbidden look the same, and a refused form changes no row.
import { describe, expect, it } from 'vitest';
import { href } from '#app/urls.ts';
import type { Household } from '#tests/support/neighbourhood.ts';
import { useSite } from '#tests/support/site.ts';
import { addressOf, MISSING, type Name, useVisitors, type Viewer } from '#tests/support/visitors.ts';

const site = useSite({ settings: { DEMONSTRATION: 'false' } });
const visitors = useVisitors(site);
const { as, homes } = visitors;

interface Door {
  readonly name: Name;
  /** A form that the record's owner could send; absent: the page itself. */
  readonly form?: (home: Household) => Record<string, string>;
  /** Who is let in to which household; everybody else is told that there is no such thing. */
  readonly owners: readonly (readonly [Viewer, (home: Household) => boolean])[];
}

const OWN_SHOP: Door['owners'] = [
  ['maker', (home) => home === visitors.world.own],
  ['neighbour', (home) => home === visitors.world.near],
];
const OWN_AREA: Door['owners'] = [
  ['officer', (home) => home !== visitors.world.far],
  ['farOfficer', (home) => home === visitors.world.far],
];
const WORDS = { bagian: 'kata', title: 'Keset orang lain', description: 'Diganti orang lain' };
const ANSWER = { month: '2026-09', sold: 'no', mode: 'phone' };
const SHOP = { nama: 'Toko orang lain', 'ongkir-36.71.10.1002': '8000' };
const CONSENT = { tujuan: 'story', izin: 'ya', cara: 'spoken', saksi: 'Bu RT' };
const MAT = { size: '40x60', material: 'perca-katun', colour: 'merah', price: '35000', stock: 'ready', onHand: '2' };

const DOORS: readonly Door[] = [
  { name: 'businessOrder', owners: OWN_SHOP },
  { name: 'businessProof', owners: OWN_SHOP },
  { name: 'businessReassignment', owners: OWN_SHOP },
  { name: 'businessReassignment', owners: OWN_SHOP, form: () => ({ jawaban: 'sanggup' }) },
  { name: 'businessReassignment', owners: OWN_SHOP, form: () => ({ jawaban: 'tidak' }) },
  { name: 'businessOrderSisters', owners: OWN_SHOP, form: (home) => ({ perajin: home.shop.id }) },
  { name: 'businessDeliveryPhoto', owners: OWN_SHOP },
  { name: 'businessListing', owners: OWN_SHOP },
  { name: 'followupPerson', owners: OWN_AREA },
  { name: 'followupCheckIn', owners: OWN_AREA },
  { name: 'followupShop', owners: OWN_AREA },
  { name: 'followupListing', owners: OWN_AREA },
  { name: 'followupConsents', owners: OWN_AREA },
  { name: 'businessOrderStep', owners: OWN_SHOP, form: () => ({ langkah: 'pack' }) },
  { name: 'businessOrderRefusal', owners: OWN_SHOP, form: () => ({ alasan: 'iseng' }) },
  { name: 'businessOrderStep', owners: OWN_SHOP, form: (home) => ({ proofId: home.proof.id, uang: 'masuk' }) },
  { name: 'businessListing', owners: OWN_SHOP, form: () => WORDS },
  { name: 'businessListingStatus', owners: OWN_SHOP, form: () => ({ status: 'retired' }) },
  { name: 'followupCheckIn', owners: OWN_AREA, form: () => ANSWER },
  { name: 'followupShop', owners: OWN_AREA, form: () => SHOP },
  { name: 'followupListing', owners: OWN_AREA, form: () => MAT },
  { name: 'followupConsents', owners: OWN_AREA, form: () => CONSENT },
];

/** Every row of every table, but for what looking itself writes: who read a file, and tickets for uploads. */
async function readAllRows(): Promise<Record<string, string>> {
  const tables = await site.db.$queryRaw<{ name: string }[]>`
    SELECT format('%I', tablename) AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'Session', 'PersonRead', 'Upload')`;
  const rows: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await site.db.$queryRawUnsafe<{ hash: string }[]>(
      `SELECT coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS hash FROM ${name} t`,
    );
    rows[name] = row?.hash ?? '';
  }
  return rows;
}

describe('a record of somebody else', () => {
  const missingOf = (name: Name) => href(name as 'followupPerson', { id: MISSING });

  it.each(DOORS.map((door) => [door.form ? 'POST' : 'GET', door.name, door] as const))(
    '%s %s: absent and forbidden look the same, and nothing changes',
    async (method, name, { form, owners }) => {
      const before = await readAllRows();
      for (const [viewer, isHers] of owners) {
        const ask = (path: string, home: Household) =>
          method === 'GET' ? site.fetch(path, as(viewer)) : site.post(path, form?.(home) ?? {}, as(viewer));
        const missing = await ask(
          name === 'businessProof' ? `/usaha/pesanan/${MISSING}/bukti/${MISSING}` : missingOf(name),
          visitors.world.own,
        );
        expect(missing.status).toBe(404);
        const nothing = (await missing.text()).replaceAll(MISSING, '');
        for (const home of homes().filter((entry) => !isHers(entry))) {
          const path = addressOf(name, home);
          const answer = await ask(path, home);
          expect(answer.status, `${viewer} ${path}`).toBe(404);
          const ids = [home.order.id, home.proof.id, home.listing.id, home.person.id];
          expect(ids.reduce((page, id) => page.replaceAll(id, ''), await answer.text())).toBe(nothing);
        }
        if (method === 'GET')
          for (const home of homes().filter(isHers))
            expect((await ask(addressOf(name, home), home)).status, `${viewer} ${name}`).toBe(200);
      }
      expect(await readAllRows()).toEqual(before);
    },
  );

  /** Her own page, somebody else's id in the form. */
  const HIDDEN: readonly (readonly [what: string, path: () => string, form: () => Record<string, string>])[] = [
    [
      'a proof',
      () => addressOf('businessOrderStep', visitors.world.own),
      () => ({ proofId: visitors.world.near.proof.id, uang: 'masuk' }),
    ],
    [
      'a proof of her own, under another order',
      () => `/usaha/pesanan/${MISSING}/langkah`,
      () => ({ proofId: visitors.world.own.proof.id, uang: 'masuk' }),
    ],
    ['a cash entry', () => href('businessMoney'), () => ({ entryId: visitors.world.near.entryId })],
    [
      'a photo hung',
      () => addressOf('businessListing', visitors.world.own),
      () => ({ bagian: 'foto-depan', photoId: visitors.world.near.photo.id }),
    ],
    [
      'a photo removed',
      () => addressOf('businessListing', visitors.world.own),
      () => ({ bagian: 'foto-hapus', photoId: visitors.world.near.photo.id }),
    ],
    [
      'stock',
      () => addressOf('businessListing', visitors.world.own),
      () => ({ bagian: 'stok', variantId: visitors.world.near.variant.id, seenOnHand: '9', onHand: '1' }),
    ],
    [
      'a sale outside',
      () => addressOf('businessListing', visitors.world.own),
      () => ({ bagian: 'jual-luar', variantId: visitors.world.near.variant.id, quantity: '1', totalRupiah: '35000' }),
    ],
    [
      'a photo for a new mat',
      () => href('businessNewListing'),
      () => ({ ...MAT, photoId: visitors.world.near.loosePhoto.id }),
    ],
    [
      'an order confirmed',
      () => addressOf('orderConfirmation', visitors.world.own),
      () => ({ orderId: visitors.world.near.order.id }),
    ],
    [
      'an order cancelled',
      () => addressOf('orderCancellation', visitors.world.own),
      () => ({ orderId: visitors.world.near.order.id }),
    ],
    [
      'an order received',
      () => addressOf('orderReceipt', visitors.world.own),
      () => ({ orderId: visitors.world.near.order.id }),
    ],
  ];

  it.each(HIDDEN)('%s, named in a form of her own page, changes nothing', async (_, path, form) => {
    const before = await readAllRows();
    const answer = await site.post(path(), form(), as('maker'));
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(await readAllRows()).toEqual(before);
  });
});
