// Every address x every role x {her own, same area, other area, missing} x {page, data, form}: whose record it is decides, absent and
// forbidden look the same, a refused form changes no row, and no page shows a protected value to eyes it is not for.
import { beforeAll, describe, expect, it } from 'vitest';
import type { ROLES } from '#app/domain/access/roles.ts';
import { href, URLS } from '#app/urls.ts';
import { createAccount } from '#tests/support/fixtures.ts';
import { type Canary, createNeighbourhood, type Household } from '#tests/support/neighbourhood.ts';
import { useSite } from '#tests/support/site.ts';

type Name = keyof typeof URLS;
type World = Awaited<ReturnType<typeof createNeighbourhood>>;
type Viewer = 'anonymous' | 'maker' | 'neighbour' | 'officer' | 'farOfficer' | (typeof ROLES)[number];

// Outside demonstration, as with real people: there is no page that lists everybody.
const site = useSite({ settings: { DEMONSTRATION: 'false' } });
let world: World;
const cookies = new Map<Viewer, string>();
const MISSING = '01890000-0000-7000-8000-000000000000';
const VIEWERS = [
  'anonymous',
  'maker',
  'neighbour',
  'officer',
  'farOfficer',
  'programme_officer',
  'analyst',
  'finance',
  'administrator',
] as const satisfies readonly Viewer[];

beforeAll(async () => {
  world = await createNeighbourhood(site);
  cookies.set('maker', await site.signIn(world.own.actor));
  cookies.set('neighbour', await site.signIn(world.near.actor));
  cookies.set('officer', await site.signIn(world.officer));
  cookies.set('farOfficer', await site.signIn(world.farOfficer));
  for (const role of ['programme_officer', 'analyst', 'finance', 'administrator'] as const)
    cookies.set(role, await site.signIn(await createAccount(site.db, role)));
});

const as = (viewer: Viewer) => (viewer === 'anonymous' ? {} : { as: cookies.get(viewer) ?? '' });

/** The parameters of an address for one household; an address that is not here has none. */
const PARAMETERS: Partial<Record<Name, (home: Household) => Record<string, string>>> = {
  product: (home) => ({ slug: home.listing.slug }),
  maker: (home) => ({ slug: home.shop.slug }),
  order: (home) => ({ token: home.token }),
  orderPayment: (home) => ({ token: home.token }),
  orderProof: (home) => ({ token: home.token }),
  orderConfirmation: (home) => ({ token: home.token }),
  orderCancellation: (home) => ({ token: home.token }),
  orderReceipt: (home) => ({ token: home.token }),
  orderCardReturn: (home) => ({ token: home.token }),
  checkInLink: (home) => ({ token: home.checkInToken }),
  businessOrder: (home) => ({ id: home.order.id }),
  businessOrderStep: (home) => ({ id: home.order.id }),
  businessProof: (home) => ({ id: home.order.id, proofId: home.proof.id }),
  businessListing: (home) => ({ id: home.listing.id }),
  businessListingStatus: (home) => ({ id: home.listing.id }),
  followupPerson: (home) => ({ id: home.person.id }),
  followupCheckIn: (home) => ({ id: home.person.id }),
  followupShop: (home) => ({ id: home.person.id }),
  followupListing: (home) => ({ id: home.person.id }),
  officeCohort: () => ({ slug: 'keset-april-2026' }),
  officeImport: () => ({ slug: 'keset-april-2026' }),
  officeImportReview: () => ({ id: MISSING }),
  officePerson: (home) => ({ id: home.person.id }),
  officeProofPicture: (home) => ({ id: home.proof.id }),
  photo: (home) => ({ key: home.photo.storeKey }),
  upload: () => ({ id: MISSING }),
};

function addressOf(name: Name, home: Household): string {
  const path = (href as (name: Name, params?: Record<string, string>) => string)(name, PARAMETERS[name]?.(home));
  return name === 'orderProof' ? `${path}?pesanan=${home.order.id}` : path;
}

const homes = () => [world.own, world.near, world.far];

/** Written by hand from the design: may these eyes see this value at this address? */
function maySee(viewer: Viewer, { kind }: Canary, home: Household, path: string): boolean {
  if (kind === 'nik') return false;
  // Who holds the link of a purchase is its buyer: what she typed, and the account she pays to.
  if (path.includes(home.token)) return kind === 'buyer' || kind === 'buyerName' || kind === 'bank';
  if (viewer === 'maker') return home === world.own;
  if (viewer === 'neighbour') return home === world.near;
  if (viewer === 'officer') return home !== world.far && (kind === 'person' || kind === 'income');
  if (viewer === 'farOfficer') return home === world.far && (kind === 'person' || kind === 'income');
  if (viewer === 'programme_officer') return kind === 'person' || kind === 'income';
  return viewer === 'finance' && kind === 'buyerName';
}

const plain = (text: string) => text.replace(/(?<=\d)[.\s-](?=\d)/g, '');
/** Written on a page as typed, grouped, or with 0 for +62. */
const shows = (page: string, { text }: Canary) => page.includes(text.replace(/^\+62/, ''));

describe('canaries', () => {
  it('knows the parameters of every address', () => {
    const named = Object.entries(URLS).flatMap(([name, path]) => (path.includes(':') ? [name] : []));
    expect(Object.keys(PARAMETERS).sort()).toEqual(named.sort());
  });

  it('no protected value is shown to eyes that it is not for, on any page or its data', async () => {
    const leaks = new Set<string>();
    const seen = new Set<string>();
    for (const viewer of VIEWERS) {
      for (const name of Object.keys(URLS) as Name[]) {
        for (const path of new Set(homes().map((home) => addressOf(name, home)))) {
          for (const suffix of ['', '.data']) {
            const [pathname = '', query = ''] = path.split('?');
            const asked = pathname === '/' && suffix ? '/_root.data' : pathname + suffix;
            const answer = await site.fetch(`${asked}?${query}`, as(viewer));
            expect(answer.status, `${viewer} ${path}`).toBeLessThan(500);
            const page = plain(await answer.text());
            for (const home of homes()) {
              for (const canary of home.canaries.filter((entry) => shows(page, entry))) {
                if (maySee(viewer, canary, home, path)) seen.add(`${viewer} ${canary.kind}`);
                else leaks.add(`${viewer} ${name}${suffix} shows ${canary.kind} ${canary.text}`);
              }
            }
          }
        }
      }
    }
    expect([...leaks]).toEqual([]);
    // The net is whole: each kind was caught where it may be.
    for (const caught of ['maker person', 'maker income', 'maker bank', 'maker buyer', 'officer person'])
      expect(seen, caught).toContain(caught);
    for (const caught of ['programme_officer person', 'programme_officer income', 'anonymous buyer'])
      expect(seen, caught).toContain(caught);
  }, 240_000);
});

interface Door {
  readonly name: Name;
  /** A form that the record's owner could send; absent: the page itself. */
  readonly form?: (home: Household) => Record<string, string>;
  /** Who is let in to which household; everybody else is told that there is no such thing. */
  readonly owners: readonly (readonly [Viewer, (home: Household) => boolean])[];
}

const OWN_SHOP: Door['owners'] = [
  ['maker', (home) => home === world.own],
  ['neighbour', (home) => home === world.near],
];
const OWN_AREA: Door['owners'] = [
  ['officer', (home) => home !== world.far],
  ['farOfficer', (home) => home === world.far],
];
const WORDS = { bagian: 'kata', title: 'Keset orang lain', description: 'Diganti orang lain' };
const ANSWER = { month: '2026-09', sold: 'no', mode: 'phone' };
const SHOP = { nama: 'Toko orang lain', 'ongkir-36.71.10.1002': '8000' };
const MAT = { size: '40x60', material: 'perca-katun', colour: 'merah', price: '35000', stock: 'ready', onHand: '2' };

const DOORS: readonly Door[] = [
  { name: 'businessOrder', owners: OWN_SHOP },
  { name: 'businessProof', owners: OWN_SHOP },
  { name: 'businessListing', owners: OWN_SHOP },
  { name: 'followupPerson', owners: OWN_AREA },
  { name: 'followupCheckIn', owners: OWN_AREA },
  { name: 'followupShop', owners: OWN_AREA },
  { name: 'followupListing', owners: OWN_AREA },
  { name: 'businessOrderStep', owners: OWN_SHOP, form: () => ({ langkah: 'refuse', alasan: 'iseng' }) },
  { name: 'businessOrderStep', owners: OWN_SHOP, form: (home) => ({ proofId: home.proof.id, uang: 'masuk' }) },
  { name: 'businessListing', owners: OWN_SHOP, form: () => WORDS },
  { name: 'businessListingStatus', owners: OWN_SHOP, form: () => ({ status: 'retired' }) },
  { name: 'followupCheckIn', owners: OWN_AREA, form: () => ANSWER },
  { name: 'followupShop', owners: OWN_AREA, form: () => SHOP },
  { name: 'followupListing', owners: OWN_AREA, form: () => MAT },
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
          world.own,
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
      () => addressOf('businessOrderStep', world.own),
      () => ({ proofId: world.near.proof.id, uang: 'masuk' }),
    ],
    [
      'a proof of her own, under another order',
      () => `/usaha/pesanan/${MISSING}/langkah`,
      () => ({ proofId: world.own.proof.id, uang: 'masuk' }),
    ],
    ['a cash entry', () => href('businessMoney'), () => ({ entryId: world.near.entryId })],
    [
      'a photo hung',
      () => addressOf('businessListing', world.own),
      () => ({ bagian: 'foto-depan', photoId: world.near.photo.id }),
    ],
    [
      'a photo removed',
      () => addressOf('businessListing', world.own),
      () => ({ bagian: 'foto-hapus', photoId: world.near.photo.id }),
    ],
    [
      'stock',
      () => addressOf('businessListing', world.own),
      () => ({ bagian: 'stok', variantId: world.near.variant.id, seenOnHand: '9', onHand: '1' }),
    ],
    [
      'a sale outside',
      () => addressOf('businessListing', world.own),
      () => ({ bagian: 'jual-luar', variantId: world.near.variant.id, quantity: '1', totalRupiah: '35000' }),
    ],
    ['a photo for a new mat', () => href('businessNewListing'), () => ({ ...MAT, photoId: world.near.loosePhoto.id })],
    ['an order confirmed', () => addressOf('orderConfirmation', world.own), () => ({ orderId: world.near.order.id })],
    ['an order cancelled', () => addressOf('orderCancellation', world.own), () => ({ orderId: world.near.order.id })],
    ['an order received', () => addressOf('orderReceipt', world.own), () => ({ orderId: world.near.order.id })],
  ];

  it.each(HIDDEN)('%s, named in a form of her own page, changes nothing', async (_, path, form) => {
    const before = await readAllRows();
    const answer = await site.post(path(), form(), as('maker'));
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(await readAllRows()).toEqual(before);
  });
});
