// Who looks, and at what address each record of a household is found.
import { beforeAll } from 'vitest';
import type { Role } from '#app/domain/access/roles.ts';
import { href, type URLS } from '#app/urls.ts';
import { createAccount } from './fixtures.ts';
import { createNeighbourhood, type Household } from './neighbourhood.ts';
import type { TestSite } from './site.ts';

export type Name = keyof typeof URLS;
export type World = Awaited<ReturnType<typeof createNeighbourhood>>;
export type Viewer = (typeof VIEWERS)[number];

/** An id that nothing has. */
export const MISSING = '01890000-0000-7000-8000-000000000000';
export const VIEWERS = [
  'anonymous',
  'maker',
  'neighbour',
  'officer',
  'farOfficer',
  'programme_officer',
  'analyst',
  'finance',
  'administrator',
] as const;
const DESK = ['programme_officer', 'analyst', 'finance', 'administrator'] as const satisfies readonly Role[];

export interface Visitors {
  world: World;
  /** Options of a request that carry the viewer's session. */
  as(viewer: Viewer): { as?: string };
  homes(): Household[];
}

/** Call at the top of a test file: the neighbourhood, and everybody signed in. */
export function useVisitors(site: TestSite): Visitors {
  const cookies = new Map<Viewer, string>();
  const visitors = {
    as: (viewer: Viewer) => (viewer === 'anonymous' ? {} : { as: cookies.get(viewer) ?? '' }),
    homes: () => [visitors.world.own, visitors.world.near, visitors.world.far],
  } as Visitors;
  beforeAll(async () => {
    const world = await createNeighbourhood(site);
    visitors.world = world;
    cookies.set('maker', await site.signIn(world.own.actor));
    cookies.set('neighbour', await site.signIn(world.near.actor));
    cookies.set('officer', await site.signIn(world.officer));
    cookies.set('farOfficer', await site.signIn(world.farOfficer));
    for (const role of DESK) cookies.set(role, await site.signIn(await createAccount(site.db, role)));
  });
  return visitors;
}

/** The parameters of an address for one household; an address that is not here has none. */
export const PARAMETERS: Partial<Record<Name, (home: Household) => Record<string, string>>> = {
  product: (home) => ({ slug: home.listing.slug }),
  maker: (home) => ({ slug: home.shop.slug }),
  order: (home) => ({ token: home.token }),
  orderPayment: (home) => ({ token: home.token }),
  orderProof: (home) => ({ token: home.token }),
  orderConfirmation: (home) => ({ token: home.token }),
  orderCancellation: (home) => ({ token: home.token }),
  orderReceipt: (home) => ({ token: home.token }),
  orderDeliveryPhoto: (home) => ({ token: home.token, orderId: home.order.id }),
  orderCardReturn: (home) => ({ token: home.token }),
  orderNews: (home) => ({ token: home.token }),
  checkInLink: (home) => ({ token: home.checkInToken }),
  businessOrder: (home) => ({ id: home.order.id }),
  businessOrderStep: (home) => ({ id: home.order.id }),
  businessOrderRefusal: (home) => ({ id: home.order.id }),
  businessOrderSisters: (home) => ({ id: home.order.id }),
  businessReassignment: (home) => ({ id: home.reassignmentId }),
  businessDeliveryPhoto: (home) => ({ id: home.order.id }),
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
  followupConsents: (home) => ({ id: home.person.id }),
  officeRefund: () => ({ id: MISSING }),
  officeOddity: () => ({ kind: 'difference', id: MISSING }),
  officeProofPicture: (home) => ({ id: home.proof.id }),
  photo: (home) => ({ key: home.photo.storeKey }),
  upload: () => ({ id: MISSING }),
};

export function addressOf(name: Name, home: Household): string {
  const path = (href as (name: Name, params?: Record<string, string>) => string)(name, PARAMETERS[name]?.(home));
  return name === 'orderProof' ? `${path}?pesanan=${home.order.id}` : path;
}
