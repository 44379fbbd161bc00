// Lives the orders of the demonstration city through the same commands as the site, with a clock that moves from order to order.
import type { AccountActor } from '#app/domain/access/actor.ts';
import type { Sealer } from '#app/domain/access/sealer.ts';
import { findCart } from '#app/domain/carts/cart-queries.server.ts';
import { changeCart } from '#app/domain/carts/change-cart.server.ts';
import type { Database } from '#app/domain/database.ts';
import { newToken } from '#app/domain/ids.ts';
import { changeStock } from '#app/domain/listings/change-stock.server.ts';
import { confirmOrder } from '#app/domain/orders/confirm-order.server.ts';
import type { MakerStep } from '#app/domain/orders/maker-steps.ts';
import { placePurchase } from '#app/domain/orders/place-purchase.server.ts';
import { receiveOrder } from '#app/domain/orders/receive-order.server.ts';
import { stepOrder } from '#app/domain/orders/step-order.server.ts';
import { strikeClock } from '#app/domain/orders/strike-clock.server.ts';
import { reviewProof } from '#app/domain/payments/review-proof.server.ts';
import { submitProof } from '#app/domain/payments/submit-proof.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { inParallel } from './in-parallel.ts';
import { type Fate, type OrderPlan, planOrders } from './order-story.ts';

const HOUR = 3_600_000;
const BUYERS = [
  'Rina',
  'Dewi',
  'Pak Agus',
  'Bu Tini',
  'Maya',
  'Sari',
  'Pak Hendra',
  'Lia',
  'Nia',
  'Bu Yanti',
  'Putri',
  'Pak Joko',
];

interface SeedShop {
  id: string;
  openedAt: Date;
  pickupPointId: string | null;
  deliveryRates: { areaCode: string; feeRupiah: number }[];
  bankAccountSealed: string | null;
  actor: AccountActor;
  variants: { id: string; listedAt: Date }[];
}

interface City {
  db: Database;
  sealer: Sealer;
  now: Date;
  random: () => number;
  receipt: { storeKey: string };
}

/** Orders of one shop follow one another; shops run side by side. Returns how many were placed. */
export async function seedOrders(city: City): Promise<number> {
  const shops = await findShops(city.db);
  const ramadans = await city.db.ramadanYear.findMany();
  const festiveMonths = new Set(ramadans.map((year) => year.ramadanOn.toISOString().slice(0, 7)));
  const plans = planOrders({ now: city.now, shops: shops.length, festiveMonths, random: city.random });
  const queues = shops.map((_, index) => plans.filter((plan) => plan.shopIndex === index));
  const rolls = plans.map(() => city.random());
  let serial = 0;
  await inParallel([...shops.entries()], 6, async ([index, shop]) => {
    for (const plan of queues[index] ?? [])
      await liveOrder(city, shop, plan, rolls[serial % rolls.length] ?? 0, serial++);
  });
  return plans.length;
}

async function findShops(db: Database): Promise<SeedShop[]> {
  const shops = await db.shop.findMany({
    where: { status: 'open' },
    orderBy: { slug: 'asc' },
    include: {
      deliveryRates: true,
      person: { include: { account: true } },
      listings: { where: { status: 'published' }, include: { variants: true }, orderBy: { slug: 'asc' } },
    },
  });
  return shops.flatMap((shop) => {
    const { account } = shop.person;
    const variants = shop.listings.flatMap((listing) =>
      listing.variants.map(({ id }) => ({ id, listedAt: listing.createdAt })),
    );
    if (!account || variants.length === 0) return [];
    const actor: AccountActor = {
      kind: 'account',
      accountId: account.id,
      role: 'maker',
      personId: shop.personId,
      name: account.name,
    };
    return [{ ...shop, actor, variants }];
  });
}

async function liveOrder(city: City, shop: SeedShop, plan: OrderPlan, roll: number, serial: number): Promise<void> {
  const { db, sealer } = city;
  const onShelf = shop.variants.filter((variant) => variant.listedAt < plan.placedAt);
  const variantId = onShelf[Math.floor(roll * onShelf.length)]?.id;
  if (!variantId) return;
  await restockShelf(city, shop, variantId, plan);
  const { token: cartToken } = mustSucceed(
    await changeCart(db, {
      input: { token: null, variantId, quantity: plan.quantity, mode: 'add' },
      now: plan.placedAt,
    }),
  );
  const cart = await findCart(db, cartToken);
  const items = (cart?.shops ?? [])
    .flatMap((entry) => entry.lines)
    .reduce((sum, line) => sum + line.unitPriceRupiah * line.quantity, 0);
  const rate = needsDelivery(plan.fate) || roll > 0.5 || !shop.pickupPointId ? shop.deliveryRates[0] : undefined;
  const method = plan.method === 'transfer' && shop.bankAccountSealed ? 'transfer' : 'cod';
  const { token } = mustSucceed(
    await placePurchase(db, {
      actor: { kind: 'anonymous' },
      input: {
        cartToken,
        checkoutKey: newToken(),
        buyerName: BUYERS[serial % BUYERS.length] ?? 'Rina',
        buyerPhone: `+62812000${String(90_000 + (serial % 9_999))}`,
        language: 'id',
        method,
        seenTotalRupiah: items + (rate?.feeRupiah ?? 0),
        note: '',
        deliveries: [
          rate
            ? {
                shopId: shop.id,
                delivery: 'own_delivery',
                areaCode: rate.areaCode,
                address: `Jl. Melati No. ${1 + (serial % 90)}`,
              }
            : { shopId: shop.id, delivery: 'pickup', areaCode: null, address: null },
        ],
      },
      now: plan.placedAt,
      sealer,
    }),
  );
  const order = await db.order.findFirstOrThrow({ where: { purchase: { token } } });
  await meetFate({ city, shop, order: { ...order, method }, token, plan });
}

const needsDelivery = (fate: Fate) => fate === 'shipped' || fate === 'returned';

/** A maker weaves before she sells: the shelf never falls below what is asked for. */
async function restockShelf({ db }: City, shop: SeedShop, variantId: string, plan: OrderPlan): Promise<void> {
  const variant = await db.variant.findUniqueOrThrow({ where: { id: variantId } });
  if (variant.onHand - variant.held >= plan.quantity) return;
  const input = { variantId, seenOnHand: variant.onHand, onHand: variant.held + plan.quantity + 2 };
  mustSucceed(await changeStock(db, { actor: shop.actor, input, now: plan.placedAt }));
}

interface Life {
  city: City;
  shop: SeedShop;
  order: { id: string; method: string; delivery: string; pickupCode: string | null };
  token: string;
  plan: OrderPlan;
}

async function meetFate({ city, shop, order, token, plan }: Life): Promise<void> {
  const { db, sealer } = city;
  const after = (hours: number) => new Date(Math.min(plan.placedAt.getTime() + hours * HOUR, city.now.getTime()));
  const buyer = (hours: number) => ({ input: { token, orderId: order.id }, now: after(hours), sealer });
  const maker = async (step: MakerStep, hours: number) =>
    mustSucceed(
      await stepOrder(db, {
        actor: shop.actor,
        input: {
          orderId: order.id,
          step,
          reason: 'kehabisan bahan',
          ...(order.pickupCode ? { code: order.pickupCode } : {}),
        },
        now: after(hours),
        sealer,
      }),
    );
  if (plan.fate === 'pending') return;
  if (plan.fate === 'expired') return void mustSucceed(await strikeClock(db, buyer(26)));
  if (order.method === 'cod') mustSucceed(await confirmOrder(db, buyer(1)));
  else if (!(await payByTransfer({ city, shop, order, token, plan }, after(1), after(2)))) return;
  if (plan.fate === 'confirmed' || plan.fate === 'proofUnread') return;
  if (plan.fate === 'cancelled') return void (await maker('refuse', 5));
  const { promisedOn } = await db.order.findUniqueOrThrow({ where: { id: order.id } });
  if (promisedOn) await maker('make', 3);
  await maker('pack', 10);
  if (plan.fate === 'ready') return;
  if (order.delivery === 'pickup') await maker('handOver', 30);
  else {
    await maker('send', 14);
    if (plan.fate === 'shipped') return;
    if (plan.fate === 'returned') return void (await maker('takeBack', 20));
    await maker('deliver', 18);
  }
  if (plan.fate === 'completed') mustSucceed(await receiveOrder(db, buyer(48)));
}

/** False when the proof is to stay unread. */
async function payByTransfer({ city, shop, order, token, plan }: Life, sentAt: Date, readAt: Date): Promise<boolean> {
  const { db, sealer } = city;
  // The same demonstration receipt for all: each has its own hash, as each real one would.
  const input = { token, orderId: order.id, storeKey: city.receipt.storeKey, contentHash: order.id };
  mustSucceed(await submitProof(db, { input, now: sentAt, sealer }));
  if (plan.fate === 'proofUnread') return false;
  const proof = await db.paymentProof.findFirstOrThrow({ where: { payment: { orderId: order.id } } });
  mustSucceed(
    await reviewProof(db, { actor: shop.actor, input: { proofId: proof.id, isMoneyIn: true }, now: readAt, sealer }),
  );
  return true;
}
