// Three makers with everything that must stay theirs: two in Karang Sari, one in Cikokol, each with an open order paid by transfer.
// Every protected value is a canary: a text or number that occurs nowhere else, so that a page that shows it is caught.
import { createCheckInLink } from '#app/domain/checkins/create-check-in-link.server.ts';
import { recordCheckIn } from '#app/domain/checkins/record-check-in.server.ts';
import { newRowId } from '#app/domain/ids.ts';
import { submitProof } from '#app/domain/payments/submit-proof.server.ts';
import { placePurchase } from '#app/domain/purchases/place-purchase.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { recordCashEntry } from '#app/domain/sales/record-cash-entry.server.ts';
import { createListing, createMaker, createOfficer, NOW, VILLAGE } from './fixtures.ts';
import { answerFor, createCohort, enrol, MONTH } from './income-fixtures.ts';
import { addPhotoRow, drawPicture } from './shelf.ts';
import { fillCart, purchaseInput } from './shopping.ts';
import type { TestSite } from './site.ts';

export const OTHER_VILLAGE = '36.71.01.1005'; // Cikokol
const UNIT_RUPIAH = 35_000;
const DELIVERY_RUPIAH = 8_000;

/** Whose eyes a canary is for. */
export type CanaryKind = 'person' | 'income' | 'bank' | 'buyerName' | 'buyer' | 'nik';
export interface Canary {
  readonly kind: CanaryKind;
  readonly text: string;
}

export type Household = Awaited<ReturnType<typeof createHousehold>>;

export async function createNeighbourhood(site: TestSite) {
  const cohort = await createCohort(site.db, { slug: 'keset-april-2026' });
  const own = await createHousehold(site, { tag: 'A', digit: 1, areaCode: VILLAGE, cohortId: cohort.id });
  const near = await createHousehold(site, { tag: 'B', digit: 2, areaCode: VILLAGE, cohortId: cohort.id });
  const far = await createHousehold(site, { tag: 'C', digit: 3, areaCode: OTHER_VILLAGE, cohortId: cohort.id });
  // Somebody outside of all three is asked about each order.
  const { shop: sister } = await createMaker(site.db);
  await site.db.reassignment.createMany({
    data: [own, near, far].map(({ shop, order, reassignmentId: id }) => ({
      ...{ id, orderId: order.id, fromShopId: shop.id, toShopId: sister.id },
      ...{ status: 'proposed', proposedAt: NOW },
    })),
  });
  const officer = await createOfficer(site.db, VILLAGE);
  const farOfficer = await createOfficer(site.db, OTHER_VILLAGE);
  return { cohort, own, near, far, officer, farOfficer };
}

interface Plot {
  readonly tag: string;
  readonly digit: number;
  readonly areaCode: string;
  readonly cohortId: string;
}

async function createHousehold(site: TestSite, plot: Plot) {
  const { tag, digit, areaCode, cohortId } = plot;
  const { db } = site;
  const maker = await createMaker(db);
  const { person, actor, shop } = maker;
  const told = tellOf(tag, digit);
  await db.person.update({ where: { id: person.id }, data: { areaCode } });
  await writeDown(site, person.id, shop.id, told);
  await enrol(db, cohortId, person.id, told.baselineRupiah);
  const answer = answerFor(person.id, { profitRupiah: told.profitRupiah });
  mustSucceed(await recordCheckIn(db, { actor, now: NOW, input: answer }));
  const sale = { category: 'outside', amountRupiah: told.cashRupiah, happenedOn: '2026-11-02' } as const;
  const entryId = mustSucceed(
    await recordCashEntry(db, { actor, now: NOW, input: { ...sale, personId: person.id, quantity: 1, note: null } }),
  );
  const link = { personId: person.id, month: MONTH };
  const checkInToken = mustSucceed(await createCheckInLink(db, { actor, input: link, now: NOW }));
  const { listing, variant } = await createListing(db, shop.id, { priceRupiah: UNIT_RUPIAH });
  const photo = await addPhotoRow(db, { shopId: shop.id, listingId: listing.id });
  const loosePhoto = await addPhotoRow(db, { shopId: shop.id });
  const order = await placeOrder(site, { shopId: shop.id, variantId: variant.id, told });
  const reassignmentId = newRowId(NOW);
  const made = { reassignmentId, listing, variant, photo, loosePhoto, entryId, checkInToken };
  return { ...maker, ...order, ...made, tag, canaries: canariesOf(told) };
}

type Told = ReturnType<typeof tellOf>;

/** What the household tells the site, each value unlike any other. */
function tellOf(tag: string, digit: number) {
  return {
    name: `Kenari ${tag}`,
    phone: `+62811900033${digit}1`,
    nik: `367110520380777${digit}`,
    address: `Gang Kenari ${tag} nomor tujuh`,
    baselineRupiah: 1_111_300 + digit,
    profitRupiah: 2_222_300 + digit,
    cashRupiah: 3_333_300 + digit,
    account: `900777000${digit}`,
    accountHolder: `Pemilik ${tag}`,
    buyerName: `Pembeli Kenari ${tag}`,
    buyerPhone: `+62811900044${digit}1`,
    buyerAddress: `Gang Pembeli ${tag} nomor sembilan`,
    note: `Catatan pembeli ${tag}`,
  };
}

function canariesOf(told: Told): Canary[] {
  return [
    { kind: 'person', text: told.name },
    { kind: 'person', text: told.phone },
    { kind: 'person', text: told.address },
    { kind: 'nik', text: told.nik },
    { kind: 'income', text: String(told.baselineRupiah) },
    { kind: 'income', text: String(told.profitRupiah) },
    { kind: 'income', text: String(told.cashRupiah) },
    { kind: 'bank', text: told.account },
    { kind: 'buyerName', text: told.buyerName },
    { kind: 'buyer', text: told.buyerPhone },
    { kind: 'buyer', text: told.buyerAddress },
    { kind: 'buyer', text: told.note },
  ];
}

/** Her papers and her bank account, sealed as the commands seal them. */
async function writeDown({ db, services }: TestSite, personId: string, shopId: string, told: Told): Promise<void> {
  const { sealer } = services;
  await db.person.update({
    where: { id: personId },
    data: {
      name: told.name,
      phone: told.phone,
      addressSealed: sealer.seal('person.address', personId, told.address),
      nikSealed: sealer.seal('person.nik', personId, told.nik),
      nikLast4: told.nik.slice(-4),
    },
  });
  await db.shop.update({
    where: { id: shopId },
    data: {
      bankName: 'BJB',
      bankAccountHolder: told.accountHolder,
      bankAccountSealed: sealer.seal('shop.bankAccount', shopId, told.account),
    },
  });
}

async function placeOrder(
  site: TestSite,
  { shopId, variantId, told }: { shopId: string; variantId: string; told: Told },
) {
  const { db } = site;
  const { sealer, privatePictures } = site.services;
  const cartToken = await fillCart(db, [{ variantId, quantity: 1 }]);
  const placed = await placePurchase(db, {
    actor: { kind: 'anonymous' },
    input: purchaseInput(cartToken, {
      buyerName: told.buyerName,
      buyerPhone: told.buyerPhone,
      note: told.note,
      method: 'transfer',
      seenTotalRupiah: UNIT_RUPIAH + DELIVERY_RUPIAH,
      deliveries: [{ shopId, delivery: 'own_delivery', areaCode: VILLAGE, address: told.buyerAddress }],
    }),
    now: NOW,
    sealer,
  });
  const { token } = mustSucceed(placed);
  const order = await db.order.findFirstOrThrow({ where: { purchase: { token } } });
  const stored = await privatePictures.store(
    await drawPicture({ width: 400 + told.buyerName.charCodeAt(told.buyerName.length - 1) }),
  );
  if (!stored.ok) throw new Error(stored.reason);
  mustSucceed(await submitProof(db, { input: { token, orderId: order.id, ...stored.value }, now: NOW, sealer }));
  const proof = await db.paymentProof.findFirstOrThrow({ where: { payment: { orderId: order.id } } });
  // Its photo from the door is there already, so that each address of a picture has one to guard.
  await db.order.update({ where: { id: order.id }, data: { deliveryPhotoKey: stored.value.storeKey } });
  return { token, order, proof };
}
