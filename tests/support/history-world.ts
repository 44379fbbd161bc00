// A small market for generated histories: two shops, few mats, buyers, clocks, and Stripe's simulator, all on one clock.
import type { Database } from '#app/domain/database.ts';
import { NO_ROW_ID, newToken } from '#app/domain/ids.ts';
import { cancelOrder } from '#app/domain/orders/cancel-order.server.ts';
import { confirmOrder } from '#app/domain/orders/confirm-order.server.ts';
import { MAKER_STEPS, type MakerStep } from '#app/domain/orders/maker-steps.ts';
import { receiveOrder } from '#app/domain/orders/receive-order.server.ts';
import { stepOrder } from '#app/domain/orders/step-order.server.ts';
import { strikeClock } from '#app/domain/orders/strike-clock.server.ts';
import { reviewProof } from '#app/domain/payments/review-proof.server.ts';
import { startCheckout } from '#app/domain/payments/start-checkout.server.ts';
import { submitProof } from '#app/domain/payments/submit-proof.server.ts';
import { sweepCheckouts } from '#app/domain/payments/sweep-checkouts.server.ts';
import { placePurchase } from '#app/domain/purchases/place-purchase.server.ts';
import { agreeReassignment } from '#app/domain/reassignments/agree-reassignment.server.ts';
import { proposeReassignment } from '#app/domain/reassignments/propose-reassignment.server.ts';
import { refuseReassignment } from '#app/domain/reassignments/refuse-reassignment.server.ts';
import { askUndelivered } from '#app/domain/reconciliation/ask-undelivered.server.ts';
import { listDueRefunds, payRefund } from '#app/domain/refunds/pay-refund.server.ts';
import type { CardDesk } from './card-desk.ts';
import { createListing, createMaker, sealer } from './fixtures.ts';
import { fillCart, purchaseInput } from './shopping.ts';

export const HISTORY_METHODS = ['card', 'transfer', 'cod'] as const;
export const MAKER_STEP_NAMES = Object.keys(MAKER_STEPS) as MakerStep[];
const PRICES = [35_000, 50_001] as const;

export interface HistoryWorld {
  readonly db: Database;
  readonly desk: CardDesk;
  readonly shops: readonly { maker: Awaited<ReturnType<typeof createMaker>>; variantId: string }[];
  /** Links of the purchases so far. */
  readonly tokens: string[];
  /** Events of Stripe's before this history. */
  readonly eventsBefore: number;
}

export async function openHistoryWorld(db: Database, desk: CardDesk): Promise<HistoryWorld> {
  const shops = [];
  for (const [index, priceRupiah] of PRICES.entries()) {
    const maker = await createMaker(db);
    // Both hand over at one place, so that each can take over what the other was given.
    const pickupPointId = shops[0]?.maker.point.id ?? maker.point.id;
    await db.shop.update({ where: { id: maker.shop.id }, data: { bankAccountSealed: 'x', pickupPointId } });
    const stock = index === 0 ? { onHand: 3 } : { onHand: 1, makeDays: 3, weeklyCapacity: 2 };
    const { variant } = await createListing(db, maker.shop.id, { ...stock, priceRupiah });
    shops.push({ maker, variantId: variant.id });
  }
  return { db, desk, shops, tokens: [], eventsBefore: desk.simulator.state.events.size };
}

/** Nothing is expected of any of these: what the market refuses, it refuses. Only a bug throws. */
export async function buyIn(
  world: HistoryWorld,
  { method, quantities }: { method: (typeof HISTORY_METHODS)[number]; quantities: readonly [number, number] },
): Promise<void> {
  const wanted = world.shops.flatMap(({ maker, variantId }, index) => {
    const quantity = quantities[index] ?? 0;
    return quantity > 0 ? [{ shopId: maker.shop.id, variantId, quantity, price: PRICES[index] ?? 0 }] : [];
  });
  if (wanted.length === 0) return;
  const cartToken = await fillCart(world.db, wanted);
  const placed = await placePurchase(world.db, {
    actor: { kind: 'anonymous' },
    input: purchaseInput(cartToken, {
      method,
      checkoutKey: newToken(),
      seenTotalRupiah: wanted.reduce((sum, { price, quantity }) => sum + price * quantity, 0),
      deliveries: wanted.map(({ shopId }) => ({ shopId, delivery: 'pickup', areaCode: null, address: null })),
    }),
    now: world.desk.now,
    sealer,
  });
  if (placed.ok) world.tokens.push(placed.value.token);
}

/** The order that a number in a history stands for, or none while there is none. */
async function orderAt({ db, tokens }: HistoryWorld, index: number) {
  const orders = await db.order.findMany({
    where: { purchase: { token: { in: tokens } } },
    orderBy: { number: 'asc' },
    include: { purchase: true, payments: { include: { proofs: { where: { verdict: 'unread' } } } } },
  });
  return orders[index % Math.max(1, orders.length)];
}

export async function actAsBuyer(world: HistoryWorld, index: number, act: 'confirm' | 'cancel' | 'receive' | 'prove') {
  const order = await orderAt(world, index);
  if (!order) return;
  const { db, desk } = world;
  const input = { token: order.purchase.token, orderId: order.id };
  const given = { input, now: desk.now, sealer };
  if (act === 'confirm') await confirmOrder(db, given);
  if (act === 'cancel') await cancelOrder(db, given);
  if (act === 'receive')
    await receiveOrder(db, { ...given, receipt: order.status === 'shipped' ? 'received' : 'allFine' });
  const picture = newToken();
  if (act === 'prove')
    await submitProof(db, { ...given, input: { ...input, storeKey: picture, contentHash: picture } });
}

export async function actAsMaker(world: HistoryWorld, index: number, act: MakerStep | 'moneyIn' | 'noMoney') {
  const order = await orderAt(world, index);
  const actor = world.shops.find(({ maker }) => maker.shop.id === order?.shopId)?.maker.actor;
  if (!order || !actor) return;
  const given = { actor, now: world.desk.now, sealer };
  if (act === 'moneyIn' || act === 'noMoney') {
    const proof = order.payments.flatMap((payment) => payment.proofs)[0];
    const input = { proofId: proof?.id ?? '', isMoneyIn: act === 'moneyIn', reason: 'tidak ada' };
    if (proof) await reviewProof(world.db, { ...given, input });
    return;
  }
  const input = { orderId: order.id, step: act, code: order.pickupCode ?? '', reason: 'sakit', photoKey: 'foto' };
  await stepOrder(world.db, { ...given, input });
}

/** One maker asks the other to take an order over; the question is answered, or taken back. */
export async function passOn(world: HistoryWorld, index: number, act: 'ask' | 'agree' | 'decline' | 'withdraw') {
  const order = await orderAt(world, index);
  const from = world.shops.find(({ maker }) => maker.shop.id === order?.shopId);
  const other = world.shops.find((shop) => shop !== from);
  if (!order || !from || !other) return;
  const { db, desk } = world;
  const given = { now: desk.now, sealer };
  if (act === 'ask') {
    const input = { orderId: order.id, shopId: other.maker.shop.id };
    await proposeReassignment(db, { ...given, actor: from.maker.actor, input });
    return;
  }
  const asked = await db.reassignment.findFirst({ where: { orderId: order.id }, orderBy: { proposedAt: 'desc' } });
  const input = { reassignmentId: asked?.id ?? NO_ROW_ID, variantIds: [other.variantId], hasMoney: true };
  if (act === 'agree') await agreeReassignment(db, { ...given, actor: other.maker.actor, input });
  else await refuseReassignment(db, { ...given, actor: (act === 'decline' ? other : from).maker.actor, input });
}

/** The buyer goes to the payment page and does this there. Two tabs are two visits. */
export async function payIn(
  world: HistoryWorld,
  index: number,
  outcome: 'succeeded' | 'pending' | 'declined' | 'leave',
) {
  const token = world.tokens[index % Math.max(1, world.tokens.length)];
  if (token === undefined) return;
  const { db, desk } = world;
  const input = { token, returnAddress: 'http://localhost/ya', cancelAddress: 'http://localhost/batal' };
  const started = await startCheckout(db, { gateway: desk.gateway, input, now: desk.now, sealer });
  const sessionId = started.ok ? started.value.address.split('/').pop() : undefined;
  if (sessionId && outcome !== 'leave') desk.simulator.pay(sessionId, outcome);
}

/** What happens at Stripe without us: money that came late, a refund in the dashboard, a bank, a payout. */
export async function actAtStripe(
  { desk, tokens, db }: HistoryWorld,
  index: number,
  act: 'settle' | 'fail' | 'refund' | 'dispute' | 'won' | 'lost' | 'payout' | 'arrive',
) {
  const { simulator } = desk;
  const { sessions, paymentIntents, disputes, payouts } = simulator.state;
  const mine = (await db.purchase.findMany({ where: { token: { in: tokens } } })).map(({ number }) => number);
  const own = [...sessions.values()].filter(({ client_reference_id: number }) => mine.includes(number ?? ''));
  const session = own[index % Math.max(1, own.length)];
  const intent = paymentIntents.get(String(session?.payment_intent));
  if (act === 'settle' && session) simulator.settlePayment(session.id, 'succeeded');
  if (act === 'fail' && session) simulator.settlePayment(session.id, 'failed');
  if (act === 'refund' && intent)
    await desk.stripe.refunds.create({ payment_intent: intent.id, amount: 100 * (1 + index * 997) }).catch(() => {});
  if (act === 'dispute' && intent?.status === 'succeeded') simulator.openDispute(String(intent.latest_charge));
  const dispute = [...disputes.values()].find((one) => one.payment_intent === intent?.id);
  if ((act === 'won' || act === 'lost') && dispute) simulator.closeDispute(dispute.id, act);
  if (act === 'payout') simulator.sendPayout();
  if (act === 'arrive') for (const id of payouts.keys()) simulator.arrivePayout(id);
}

/** Time passes, and every clock that is due strikes, twice. */
export async function passHours(world: HistoryWorld, hours: number): Promise<void> {
  const { db, desk, tokens } = world;
  desk.now = new Date(desk.now.getTime() + hours * 3_600_000);
  desk.simulator.expireDueSessions();
  const orders = await db.order.findMany({ where: { purchase: { token: { in: tokens } } }, select: { id: true } });
  for (const { id } of [...orders, ...orders]) await strikeClock(db, { input: { orderId: id }, now: desk.now, sealer });
}

export async function runJobs({ db, desk }: HistoryWorld): Promise<void> {
  const given = { gateway: desk.gateway, now: desk.now };
  await sweepCheckouts(db, { ...given, sealer });
  for (const refundId of await listDueRefunds(db)) await payRefund(db, { ...given, input: { refundId } });
  await askUndelivered(db, { ...given, sealer });
}

/** This history's events in an order that the number gives: some twice, some not at all. */
export function deliverIn({ db, desk, eventsBefore }: HistoryWorld, seed: number): Promise<void> {
  let state = seed + 1;
  const next = () => {
    // Numerical Recipes' generator: the order must be the same when a history is run again.
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
  return desk.deliver(db, (events) =>
    events
      .slice(eventsBefore)
      .flatMap((event) => (next() < 0.2 ? [] : next() < 0.3 ? [event, event] : [event]))
      .map((event) => ({ event, key: next() }))
      .sort((a, b) => a.key - b.key)
      .map(({ event }) => event),
  );
}
