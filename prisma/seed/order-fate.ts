// How one order of the demonstration ends: paid its way, made, handed over or not, by the commands of the site.
import { confirmOrder } from '#app/domain/orders/confirm-order.server.ts';
import type { MakerStep } from '#app/domain/orders/maker-steps.ts';
import { receiveOrder } from '#app/domain/orders/receive-order.server.ts';
import { stepOrder } from '#app/domain/orders/step-order.server.ts';
import { strikeClock } from '#app/domain/orders/strike-clock.server.ts';
import { reviewProof } from '#app/domain/payments/review-proof.server.ts';
import { settleCheckout } from '#app/domain/payments/settle-checkout.server.ts';
import { startCheckout } from '#app/domain/payments/start-checkout.server.ts';
import { submitProof } from '#app/domain/payments/submit-proof.server.ts';
import { sweepCheckouts } from '#app/domain/payments/sweep-checkouts.server.ts';
import { payRefund } from '#app/domain/refunds/pay-refund.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import type { Fate, OrderPlan } from './order-story.ts';
import type { City, SeedShop } from './orders.ts';

const HOUR = 3_600_000;

export interface Life {
  readonly city: City;
  readonly shop: SeedShop;
  readonly order: { id: string; method: string; delivery: string; pickupCode: string | null; promisedOn: Date | null };
  readonly token: string;
  readonly plan: OrderPlan;
}

export async function meetFate(life: Life): Promise<void> {
  const { city, order, plan } = life;
  if (plan.fate === 'pending') return;
  if (plan.fate === 'expired') return letLapse(life);
  if (!(await pay(life))) return;
  if (plan.fate === 'confirmed') return;
  if (plan.fate === 'cancelled') return refuse(life);
  if (order.promisedOn || plan.fate === 'making') await step(life, 'make', 3);
  if (plan.fate === 'making') return;
  await step(life, 'pack', 10);
  if (plan.fate === 'ready') return;
  if (order.delivery === 'pickup') await step(life, 'handOver', 30);
  else {
    await step(life, 'send', 14);
    if (plan.fate === 'shipped') return;
    if (plan.fate === 'returned') return step(life, 'takeBack', 20);
    await step(life, 'deliver', 18);
  }
  if (plan.fate === 'completed') mustSucceed(await receiveOrder(city.db, { ...byLink(life, 48), receipt: 'allFine' }));
}

/** `hours` after the order was placed, but never later than now. */
function after({ city, plan }: Life, hours: number): Date {
  return new Date(Math.min(plan.placedAt.getTime() + hours * HOUR, city.now.getTime()));
}

function byLink(life: Life, hours: number) {
  const { token, order, city } = life;
  return { input: { token, orderId: order.id }, now: after(life, hours), sealer: city.sealer };
}

async function step(life: Life, taken: MakerStep, hours: number): Promise<void> {
  const { city, shop, order } = life;
  const code = order.pickupCode ? { code: order.pickupCode } : {};
  const proven = { ...code, photoKey: city.atTheDoor.storeKey };
  const input = { orderId: order.id, step: taken, reason: 'kehabisan bahan', ...proven };
  const now = after(life, hours);
  mustSucceed(await stepOrder(city.db, { actor: shop.actor, input, now, sealer: city.sealer }));
}

async function letLapse(life: Life): Promise<void> {
  const { city, order } = life;
  const { db, sealer, cards } = city;
  if (order.method === 'card') {
    await cards.at(after(life, 0), () => openCardPage(life));
    const now = after(life, 2);
    await cards.at(now, () => sweepCheckouts(db, { gateway: cards.gateway, now, sealer }));
  }
  mustSucceed(await strikeClock(db, byLink(life, 26)));
}

/** False when the money is still to be seen. */
async function pay(life: Life): Promise<boolean> {
  if (life.order.method === 'card') await payByCard(life);
  else if (life.order.method === 'transfer') return payByTransfer(life);
  else mustSucceed(await confirmOrder(life.city.db, byLink(life, 1)));
  return true;
}

async function payByCard(life: Life): Promise<void> {
  const { db, sealer, cards } = life.city;
  const now = after(life, 0);
  await cards.at(now, async () => {
    const sessionId = await openCardPage(life);
    cards.pay(sessionId);
    mustSucceed(await settleCheckout(db, { gateway: cards.gateway, input: { sessionId }, now, sealer }));
  });
}

/** Returns the session that the gateway opened. */
async function openCardPage(life: Life): Promise<string> {
  const { db, sealer, cards } = life.city;
  // Nobody follows these addresses: the page is never shown.
  const input = { token: life.token, returnAddress: 'https://demo.invalid/ok', cancelAddress: 'https://demo.invalid' };
  mustSucceed(await startCheckout(db, { gateway: cards.gateway, input, now: after(life, 0), sealer }));
  const attempt = await db.cardAttempt.findFirstOrThrow({
    where: { payment: { purchase: { token: life.token } } },
    select: { sessionId: true },
  });
  if (!attempt.sessionId) throw new Error('the card page of the demonstration did not open');
  return attempt.sessionId;
}

/** How many receipts the maker finds no money for, before one that nobody has looked at. */
const REFUSALS: Partial<Record<Fate, number>> = { proofUnread: 0, proofRefused: 1, proofForFinance: 2 };

async function payByTransfer(life: Life): Promise<boolean> {
  const { plan } = life;
  const refusals = REFUSALS[plan.fate];
  if (refusals === undefined) {
    await answerReceipt(life, await sendReceipt(life, 1), true);
    return true;
  }
  for (let time = 1; time <= refusals; time++) await answerReceipt(life, await sendReceipt(life, time), false);
  if (plan.fate !== 'proofRefused') await sendReceipt(life, refusals + 1);
  return false;
}

/** Its id. The same demonstration receipt for all: each has its own hash, as each real one would. */
async function sendReceipt(life: Life, time: number): Promise<string> {
  const { city, order, token } = life;
  const contentHash = `${order.id}-${time}`;
  const input = { token, orderId: order.id, storeKey: city.receipt.storeKey, contentHash };
  mustSucceed(await submitProof(city.db, { input, now: after(life, time), sealer: city.sealer }));
  return (await city.db.paymentProof.findFirstOrThrow({ where: { contentHash } })).id;
}

async function answerReceipt(life: Life, proofId: string, isMoneyIn: boolean): Promise<void> {
  const { city, shop } = life;
  const input = { proofId, isMoneyIn, reason: 'not_in_account' };
  mustSucceed(await reviewProof(city.db, { actor: shop.actor, input, now: after(life, 2), sealer: city.sealer }));
}

/** The maker cannot make it; what was paid by card goes back the same day. */
async function refuse(life: Life): Promise<void> {
  const { db, cards } = life.city;
  await step(life, 'refuse', 5);
  if (life.order.method !== 'card') return;
  const refund = await db.refund.findFirstOrThrow({ where: { payment: { purchase: { token: life.token } } } });
  const now = after(life, 6);
  await cards.at(now, async () => {
    mustSucceed(await payRefund(db, { gateway: cards.gateway, input: { refundId: refund.id }, now }));
  });
}
