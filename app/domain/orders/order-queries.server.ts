// Reads of orders: the buyer by her link, the maker in her inbox. Each sees only what is hers.

import type { Prisma } from '#app/generated/prisma/client.ts';
import type { AccountActor } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import type { Reader } from '../database.ts';
import { NO_ROW_ID } from '../ids.ts';
import { countRefusals, isHandedOver } from '../payments/proof-rules.ts';
import { openBankAccount } from '../shops/seal-bank.ts';
import { openRefusal } from './move-order.server.ts';
import { MAKER_ACTS } from './order-status.ts';

const SHOP_TO_PAY = {
  ...{ id: true, name: true, slug: true },
  ...{ bankName: true, bankAccountHolder: true, bankAccountSealed: true },
} as const;

/** Null when the link is unknown or revoked: both look the same. */
export async function findLinkedPurchase(reader: Reader, token: string, sealer: Sealer) {
  const purchase = await reader.purchase.findFirst({
    where: { token, linkRevokedAt: null },
    include: {
      payments: {
        orderBy: { createdAt: 'asc' },
        include: { proofs: { orderBy: { submittedAt: 'desc' } }, refunds: true },
      },
      orders: {
        orderBy: { number: 'asc' },
        include: {
          lines: true,
          pickupPoint: true,
          area: { select: { name: true } },
          shop: { select: SHOP_TO_PAY },
        },
      },
    },
  });
  if (!purchase) return null;
  return {
    ...purchase,
    orders: purchase.orders.map(({ shop, addressSealed, refusalSealed, ...order }) => ({
      ...order,
      refusal: openRefusal(sealer, { id: order.id, refusalSealed }),
      address: addressSealed ? sealer.open('order.address', order.id, addressSealed) : null,
      shop: { name: shop.name, slug: shop.slug },
      bank:
        order.method === 'transfer' && shop.bankAccountSealed
          ? {
              name: shop.bankName ?? '',
              holder: shop.bankAccountHolder ?? '',
              account: openBankAccount(shop, sealer) ?? '',
            }
          : null,
      payment:
        purchase.payments.find((payment) => payment.orderId === order.id) ??
        purchase.payments.find((payment) => payment.orderId === null) ??
        null,
    })),
  };
}

export type LinkedPurchase = NonNullable<Awaited<ReturnType<typeof findLinkedPurchase>>>;

/** Everything that happened to an order, oldest first. */
export async function listOrderEvents(reader: Reader, orderIds: readonly string[]) {
  return reader.event.findMany({
    where: { subjectKind: 'order', subjectId: { in: [...orderIds] } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { subjectId: true, kind: true, at: true },
  });
}

const IN_A_LIST = {
  lines: true,
  payments: { select: { status: true, _count: { select: { proofs: { where: { verdict: 'not_in' } } } } } },
} as const;

/** Of her shop, oldest first: what she has to do, and apart from it the receipts that finance answers in her stead. */
export async function listWaitingOrders(reader: Reader, actor: AccountActor) {
  const rows = await reader.order.findMany({
    where: {
      shop: { personId: actor.personId ?? NO_ROW_ID },
      OR: [{ status: { in: [...MAKER_ACTS] } }, { payments: { some: { status: 'proof_submitted' } } }],
    },
    include: IN_A_LIST,
    orderBy: { placedAt: 'asc' },
    take: 100,
  });
  const orders = rows.map(withRefusals);
  const isHers = (order: (typeof orders)[number]) =>
    (MAKER_ACTS as readonly string[]).includes(order.status) ||
    !order.payments.some(({ refusals }) => isHandedOver(refusals));
  return { waiting: orders.filter(isHers), forFinance: orders.filter((order) => !isHers(order)) };
}

/** What waits for the maker first, then what is over or with finance (newest on top, the last 50). */
export async function listShopOrders(reader: Reader, actor: AccountActor) {
  const [{ waiting, forFinance }, others] = await Promise.all([
    listWaitingOrders(reader, actor),
    reader.order.findMany({
      where: {
        ...{ shop: { personId: actor.personId ?? NO_ROW_ID }, status: { notIn: [...MAKER_ACTS] } },
        payments: { none: { status: 'proof_submitted' } },
      },
      include: IN_A_LIST,
      orderBy: { placedAt: 'desc' },
      take: 50,
    }),
  ]);
  return { waiting, others: [...forFinance, ...others.map(withRefusals)] };
}

function withRefusals({ payments, ...order }: Prisma.OrderGetPayload<{ include: typeof IN_A_LIST }>) {
  return { ...order, payments: payments.map(({ status, _count }) => ({ status, refusals: _count.proofs })) };
}

/** One order of her own shop. The buyer's name, phone, address and door are there only while the order lives. */
export async function findShopOrder(reader: Reader, actor: AccountActor, orderId: string, sealer: Sealer) {
  if (actor.personId === null) return null;
  const order = await reader.order.findFirst({
    where: { id: orderId, shop: { personId: actor.personId } },
    include: {
      lines: true,
      pickupPoint: true,
      area: { select: { name: true } },
      purchase: { select: { buyerName: true, buyerPhone: true } },
      payments: { include: { proofs: { orderBy: { submittedAt: 'desc' } } } },
    },
  });
  if (!order) return null;
  const isLiving = order.endedAt === null;
  const { addressSealed, refusalSealed: _words, purchase, pickupCode: _code, payments, ...rest } = order;
  return {
    ...rest,
    payments: payments.map((payment) => ({ ...payment, refusals: countRefusals(payment.proofs) })),
    refusal: openRefusal(sealer, order),
    buyer: isLiving ? { name: purchase.buyerName, phone: purchase.buyerPhone } : null,
    address: isLiving && addressSealed ? sealer.open('order.address', order.id, addressSealed) : null,
    deliveryPhotoKey: isLiving ? order.deliveryPhotoKey : null,
  };
}

/** What a woman told buyers whose orders she could not deliver, the newest five; the caller has opened her file. */
export async function listRefusals(reader: Reader, personId: string, sealer: Sealer) {
  const orders = await reader.order.findMany({
    where: { shop: { personId }, refusalSealed: { not: null } },
    orderBy: { endedAt: 'desc' },
    take: 5,
    select: { id: true, number: true, endedAt: true, refusalSealed: true },
  });
  return orders.map((order) => ({ ...order, words: openRefusal(sealer, order) }));
}

/** Proofs that nobody has looked at: for finance, oldest first. */
export async function listUnreadProofs(reader: Reader) {
  return reader.paymentProof.findMany({
    where: { verdict: 'unread' },
    orderBy: { submittedAt: 'asc' },
    take: 100,
    include: {
      payment: {
        include: { order: { include: { shop: { select: { name: true } } } }, proofs: { select: { verdict: true } } },
      },
    },
  });
}
