// Addresses of every page of the site in the demonstration city, several where a page has several faces.
import { createCheckInLink } from '#app/domain/checkins/create-check-in-link.server.ts';
import { addMonths, monthOf } from '#app/domain/dates.ts';
import { listDemonstrationAccounts } from '#app/domain/people/demonstration-accounts.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { href, type URLS } from '#app/urls.ts';
import { SYSTEM } from '#tests/support/fixtures.ts';
import type { TestSite } from '#tests/support/site.ts';

export type PageName = keyof typeof URLS;
export type PageSamples = Partial<Record<PageName, readonly string[]>>;

/** `importReview`: where a list waits to be confirmed. */
export async function collectPageSamples(site: TestSite, given: { importReview: string }): Promise<PageSamples> {
  return {
    ...(await collectMarket(site)),
    ...(await collectBusiness(site)),
    ...(await collectFollowup(site)),
    ...(await collectOffice(site)),
    officeImportReview: [given.importReview],
    ...(await collectFinance(site)),
  };
}

async function collectMarket({ db }: TestSite): Promise<PageSamples> {
  const listings = await db.listing.findMany({
    where: { status: 'published', shop: { status: 'open' } },
    orderBy: { slug: 'asc' },
    select: {
      slug: true,
      isAvailable: true,
      variants: { select: { makeDays: true } },
      shop: { select: { slug: true } },
    },
  });
  const made = listings.find((listing) => listing.variants.some((variant) => variant.makeDays !== null));
  const gone = listings.find((listing) => !listing.isAvailable);
  const faces = [listings[0], made, gone].flatMap((listing) => (listing ? [listing.slug] : []));
  const orders = await db.order.findMany({
    distinct: ['status', 'method'],
    orderBy: { number: 'asc' },
    select: { id: true, status: true, method: true, purchase: { select: { token: true } } },
  });
  const unpaid = await db.order.findFirstOrThrow({
    where: { status: 'pending', method: 'transfer', payments: { some: { status: 'pending' } } },
    select: { id: true, purchase: { select: { token: true } } },
  });
  const person = await db.person.findFirstOrThrow({ where: { phone: { not: null } } });
  const asked = await db.checkIn.findFirst({ where: { personId: person.id }, orderBy: { month: 'desc' } });
  const now = new Date();
  const input = { personId: person.id, month: addMonths(monthOf(now), -1) };
  const token = mustSucceed(await createCheckInLink(db, { actor: SYSTEM, input, now }));
  const link = href('checkInLink', { token });
  return {
    home: [href('home')],
    products: ['', '?ukuran=50x80&warna=merah', '?kata=tidakadasamasekali'].map((query) => href('products') + query),
    product: faces.map((slug) => href('product', { slug })),
    maker: [href('maker', { slug: listings[0]?.shop.slug ?? '' })],
    cart: [href('cart')],
    checkout: [href('checkout')],
    order: orders.map((order) => href('order', { token: order.purchase.token })),
    orderProof: [href('orderProof', { token: unpaid.purchase.token }, { pesanan: unpaid.id })],
    howItWorks: [href('howItWorks')],
    complaint: [href('complaint')],
    privacy: [href('privacy')],
    signIn: [href('signIn')],
    signInCode: [href('signInCode')],
    checkInLink: [link, ...(asked ? [`${link}?betulkan`] : [])],
    demo: [href('demo')],
    systemUi: [href('systemUi'), href('systemUi', undefined, { tampil: 'gelap' })],
  };
}

async function findActor({ db }: TestSite, role: string) {
  const account = (await listDemonstrationAccounts(db)).find((entry) => entry.role === role);
  return db.account.findUniqueOrThrow({ where: { id: account?.id ?? '' } });
}

async function collectBusiness(site: TestSite): Promise<PageSamples> {
  const { personId } = await findActor(site, 'maker');
  const shop = await site.db.shop.findFirstOrThrow({
    where: { personId: personId ?? '' },
    select: { orders: { distinct: ['status'], select: { id: true } }, listings: { select: { id: true } } },
  });
  const asked = await findAsked(site);
  const past = addMonths(monthOf(new Date()), -1);
  return {
    business: [href('business')],
    businessOrders: [href('businessOrders')],
    businessOrder: shop.orders.map(({ id }) => href('businessOrder', { id })),
    businessOrderRefusal: asked.toAsk.map((id) => href('businessOrderRefusal', { id })),
    businessOrderSisters: asked.toAsk.map((id) => href('businessOrderSisters', { id })),
    businessReassignment: asked.questions,
    businessListings: [href('businessListings')],
    businessNewListing: [href('businessNewListing')],
    businessListing: shop.listings.slice(0, 2).map(({ id }) => href('businessListing', { id })),
    businessMoney: [href('businessMoney'), href('businessMoney', undefined, { bulan: past })],
    businessCashEntry: [href('businessCashEntry')],
    businessCheckIn: [href('businessCheckIn'), href('businessCheckIn', undefined, { bulan: past, betulkan: '1' })],
    businessShop: [href('businessShop')],
    businessBankAccount: [href('businessBankAccount')],
    businessBankChange: [href('businessBankChange')],
    businessConsents: [href('businessConsents')],
  };
}

/** The order that the maker whom visitors are could pass on; what she is asked by another, and what became of her own question. */
async function findAsked(site: TestSite) {
  const { db } = site;
  const { personId } = await findActor(site, 'maker');
  const own = await db.shop.findUniqueOrThrow({ where: { personId: personId ?? '' } });
  const order = await db.order.findFirstOrThrow({
    where: { status: 'confirmed', shopId: own.id, reassignments: { none: { status: 'proposed' } } },
  });
  const asked = await db.reassignment.findFirstOrThrow({ where: { toShopId: own.id, status: 'proposed' } });
  const at = new Date();
  const declined = await db.reassignment.create({
    data: {
      ...{ orderId: order.id, fromShopId: own.id, toShopId: asked.fromShopId },
      ...{ status: 'declined', proposedAt: at, answeredAt: at },
    },
  });
  return {
    toAsk: [order.id],
    questions: [asked, declined].map(({ id }) => href('businessReassignment', { id })),
  };
}

async function collectFollowup(site: TestSite): Promise<PageSamples> {
  const officer = await findActor(site, 'field_officer');
  const area = await site.db.officerArea.findFirstOrThrow({ where: { accountId: officer.id } });
  const where = { areaCode: area.areaCode };
  const keeper = await site.db.person.findFirstOrThrow({ where: { ...where, shop: { isNot: null } } });
  const other = await site.db.person.findFirstOrThrow({ where: { ...where, shop: null } });
  return {
    followup: [href('followup')],
    followupPerson: [keeper, other].map(({ id }) => href('followupPerson', { id })),
    followupConsents: [href('followupConsents', { id: keeper.id })],
    followupCheckIn: [href('followupCheckIn', { id: keeper.id })],
    followupShop: [href('followupShop', { id: other.id })],
    followupListing: [href('followupListing', { id: keeper.id })],
  };
}

async function collectOffice({ db }: TestSite): Promise<PageSamples> {
  const cohorts = await db.cohort.findMany({ orderBy: { startsOn: 'asc' }, select: { slug: true } });
  const person = await db.person.findFirstOrThrow({ where: { shop: { isNot: null } } });
  return {
    officeCohorts: [href('officeCohorts')],
    officeCohort: cohorts.map(({ slug }) => href('officeCohort', { slug })),
    officeImport: [href('officeImport', { slug: cohorts[0]?.slug ?? '' })],
    officePerson: [href('officePerson', { id: person.id })],
    officeOutcomes: [href('officeOutcomes'), href('officeOutcomes', undefined, { kelurahan: '36.71.10.1002' })],
    officeOutcomeRows: [href('officeOutcomeRows'), href('officeOutcomeRows', undefined, { ukuran: 'verified' })],
  };
}

/** Two things that did not fit are put there: a city that is told by its own commands has none. */
async function collectFinance({ db }: TestSite): Promise<PageSamples> {
  const at = new Date();
  const event = { id: 'evt_sample', kind: 'checkout.session.completed', receivedAt: at, quarantineReason: 'mismatch' };
  await db.stripeEvent.create({ data: event });
  const kept = { kind: 'payment', sourceId: 'pi_sample', happenedAt: at, foundAt: at, gatewayRupiah: 50_000n };
  const difference = await db.bookDifference.create({ data: kept });
  const refund = await db.refund.findFirstOrThrow({ where: { status: 'due' } });
  return {
    officeMoney: [href('officeMoney')],
    officeProofs: [href('officeProofs')],
    officeRefund: [href('officeRefund', { id: refund.id })],
    officeOddity: [
      href('officeOddity', { kind: 'event', id: event.id }),
      href('officeOddity', { kind: 'difference', id: difference.id }),
    ],
  };
}
