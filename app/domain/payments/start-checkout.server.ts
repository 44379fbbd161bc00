// Opens a hosted card checkout for a purchase: one session per attempt, never two open at once.

import type { Sealer } from '../access/sealer.ts';
import type { Database } from '../database.ts';
import { isUniqueViolation } from '../database.ts';
import { HOUR_MS } from '../dates.ts';
import { failure, type Result, success } from '../result.ts';
import type { CardGateway } from './card-gateway.ts';
import { settleCheckout } from './settle-checkout.server.ts';

/** Stripe's shortest life of a session is 30 minutes; five more for clocks that differ. */
const SESSION_MS = 35 * 60_000;

/** Returns where the buyer pays. `paid`: nothing left to pay. `over`: the orders have lapsed. */
export async function startCheckout(
  db: Database,
  {
    gateway,
    input,
    now,
    sealer,
  }: {
    gateway: CardGateway;
    input: { token: string; returnAddress: string; cancelAddress: string };
    now: Date;
    sealer: Sealer;
  },
): Promise<Result<{ address: string }, 'notFound' | 'paid' | 'over' | 'unavailable'>> {
  const purchase = await db.purchase.findFirst({
    where: { token: input.token, linkRevokedAt: null },
    include: {
      orders: { orderBy: { number: 'asc' }, include: { lines: true, shop: { select: { name: true } } } },
      payments: {
        where: { method: 'card', orderId: null },
        orderBy: { createdAt: 'asc' },
        include: { attempts: { orderBy: { attempt: 'desc' } } },
      },
    },
  });
  const payment = purchase?.payments[0];
  if (!purchase || !payment) return failure('notFound');
  if (payment.status !== 'pending') return failure(payment.status === 'expired' ? 'over' : 'paid');
  if (purchase.orders.some((order) => order.status !== 'pending')) return failure('over');
  const last = payment.attempts[0];
  if (last?.status === 'open' && last.sessionId) {
    const state = await settleCheckout(db, { gateway, input: { sessionId: last.sessionId }, now, sealer });
    if (!state.ok) return failure('unavailable');
    if (state.value.outcome === 'settled' || state.value.outcome === 'processing') return failure('paid');
    if (state.value.outcome === 'open' && last.address && last.expiresAt.getTime() - now.getTime() > HOUR_MS / 60)
      return success({ address: last.address });
  }
  // Time to pay is over; another session would hold the mats on and on.
  if (payment.expiresAt && payment.expiresAt <= now) return failure('over');
  return openAttempt(db, { gateway, purchase, payment, attempt: (last?.attempt ?? 0) + 1, input, now });
}

interface Opening {
  gateway: CardGateway;
  purchase: {
    number: string;
    language: string;
    orders: {
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
  const row = await claimAttempt(db, payment.id, attempt, now, expiresAt);
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
async function claimAttempt(db: Database, paymentId: string, attempt: number, now: Date, expiresAt: Date) {
  try {
    return await db.cardAttempt.create({ data: { paymentId, attempt, status: 'opening', createdAt: now, expiresAt } });
  } catch (error) {
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}
