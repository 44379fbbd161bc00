// Opens a hosted card checkout for a purchase, or for what is left of it: one session per attempt, never two open at once.

import type { Sealer } from '../access/sealer.ts';
import type { Database } from '../database.ts';
import { isUniqueViolation } from '../database.ts';
import { HOUR_MS } from '../dates.ts';
import { failure, type Result, success } from '../result.ts';
import type { CardGateway } from './card-gateway.ts';
import { settleCheckout } from './settle-checkout.server.ts';
import { SHARES_PAYMENT } from './shared-payment.server.ts';

/** Stripe's shortest life of a session is 30 minutes; five more for clocks that differ. */
const SESSION_MS = 35 * 60_000;

interface Start {
  readonly gateway: CardGateway;
  readonly input: { token: string; returnAddress: string; cancelAddress: string };
  readonly now: Date;
  readonly sealer: Sealer;
}

/** Returns where the buyer pays. `paid`: nothing left to pay. `over`: the orders have lapsed. */
export async function startCheckout(
  db: Database,
  start: Start,
): Promise<Result<{ address: string }, 'notFound' | 'paid' | 'over' | 'unavailable'>> {
  const purchase = await findPayable(db, start.input.token);
  const payment = purchase?.payments[0];
  if (!purchase || !payment) return failure('notFound');
  if (payment.status !== 'pending') return failure(payment.status === 'expired' ? 'over' : 'paid');
  if (purchase.orders.some((order) => order.status !== 'pending')) return failure('over');
  const last = payment.attempts[0];
  if (last?.status === 'open' && last.sessionId) {
    const { sessionId } = last;
    const open = await askAgain(db, start, { ...last, sessionId }, purchase.orders);
    if (!open.ok) return open;
    if (open.value) return success(open.value);
  }
  // Time to pay is over; another session would hold the mats on and on.
  if (payment.expiresAt && payment.expiresAt <= start.now) return failure('over');
  return openAttempt(db, { ...start, purchase, payment, attempt: (last?.attempt ?? 0) + 1 });
}

/** The orders that are still to be paid, together, and the payment that stands for them. */
function findPayable(db: Database, token: string) {
  return db.purchase.findFirst({
    where: { token, linkRevokedAt: null },
    include: {
      orders: {
        where: SHARES_PAYMENT,
        orderBy: { number: 'asc' },
        include: { lines: true, shop: { select: { name: true } } },
      },
      payments: {
        where: { method: 'card', orderId: null },
        orderBy: { createdAt: 'asc' },
        include: { attempts: { orderBy: { attempt: 'desc' } } },
      },
    },
  });
}

/** The open page again; null when another must be opened, because its time is up or it asks for an order that was cancelled. */
async function askAgain(
  db: Database,
  { gateway, now, sealer }: Start,
  last: { sessionId: string; address: string | null; expiresAt: Date; orderIds: string[] },
  orders: readonly { id: string }[],
): Promise<Result<{ address: string } | null, 'paid' | 'unavailable'>> {
  const isOutdated = last.orderIds.some((id) => !orders.some((order) => order.id === id));
  if (isOutdated && !(await gateway.expireCheckout(last.sessionId)).ok) return failure('unavailable');
  const state = await settleCheckout(db, { gateway, input: { sessionId: last.sessionId }, now, sealer });
  if (!state.ok) return failure('unavailable');
  const { outcome } = state.value;
  if (outcome === 'settled' || outcome === 'processing') return failure('paid');
  const isOpen = outcome === 'open' && last.expiresAt.getTime() - now.getTime() > HOUR_MS / 60;
  return success(isOpen && !isOutdated && last.address ? { address: last.address } : null);
}

interface Opening {
  gateway: CardGateway;
  purchase: {
    number: string;
    language: string;
    orders: {
      id: string;
      deliveryRupiah: number;
      shop: { name: string };
      lines: { title: string; unitPriceRupiah: number; quantity: number }[];
    }[];
  };
  payment: { id: string };
  attempt: number;
  input: { returnAddress: string; cancelAddress: string };
  now: Date;
}

async function openAttempt(
  db: Database,
  { gateway, purchase, payment, attempt, input, now }: Opening,
): Promise<Result<{ address: string }, 'unavailable'>> {
  const expiresAt = new Date(now.getTime() + SESSION_MS);
  const orderIds = purchase.orders.map(({ id }) => id);
  const row = await claimAttempt(db, { paymentId: payment.id, attempt, createdAt: now, expiresAt, orderIds });
  if (!row) return failure('unavailable');
  const opened = await gateway.createCheckout({
    paymentId: payment.id,
    attempt,
    purchaseNumber: purchase.number,
    lines: purchase.orders.flatMap((order) =>
      order.lines.map(({ title, unitPriceRupiah, quantity }) => ({ title, unitPriceRupiah, quantity })),
    ),
    deliveries: purchase.orders
      .filter((order) => order.deliveryRupiah > 0)
      .map((order) => ({ label: order.shop.name, feeRupiah: order.deliveryRupiah })),
    expiresAt,
    successAddress: input.returnAddress,
    cancelAddress: input.cancelAddress,
    language: purchase.language === 'en' ? 'en' : 'id',
  });
  if (!opened.ok) {
    await db.cardAttempt.delete({ where: { id: row.id } });
    return failure('unavailable');
  }
  await db.cardAttempt.update({
    where: { id: row.id },
    data: { sessionId: opened.value.sessionId, address: opened.value.address, status: 'open' },
  });
  return success({ address: opened.value.address });
}

/** Two clicks at once: the unique (payment, attempt) lets one through. */
async function claimAttempt(
  db: Database,
  claim: { paymentId: string; attempt: number; createdAt: Date; expiresAt: Date; orderIds: string[] },
) {
  try {
    return await db.cardAttempt.create({ data: { ...claim, status: 'opening' } });
  } catch (error) {
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}
