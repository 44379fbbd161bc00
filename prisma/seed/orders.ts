// Lives the orders of the demonstration city through the same commands as the site, with a clock that moves from order to order.
import type { AccountActor } from '#app/domain/access/actor.ts';
import type { Sealer } from '#app/domain/access/sealer.ts';
import { findCart } from '#app/domain/carts/cart-queries.server.ts';
import { changeCart } from '#app/domain/carts/change-cart.server.ts';
import type { Database } from '#app/domain/database.ts';
import { HOUR_MS } from '#app/domain/dates.ts';
import { newToken } from '#app/domain/ids.ts';
import { changeStock } from '#app/domain/listings/change-stock.server.ts';
import { placePurchase } from '#app/domain/purchases/place-purchase.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import type { CardDesk } from './card-desk.ts';
import { inParallel } from './in-parallel.ts';
import { meetFate } from './order-fate.ts';
import { type Fate, type OrderPlan, planOrders } from './order-story.ts';
import { passOrdersOn } from './passed-orders.ts';

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

export interface SeedShop {
  id: string;
  openedAt: Date;
  pickupPointId: string | null;
  deliveryRates: { areaCode: string; feeRupiah: number }[];
  bankAccountSealed: string | null;
  actor: AccountActor;
  variants: { id: string; listedAt: Date; isMadeToOrder: boolean }[];
}

export interface City {
  db: Database;
  sealer: Sealer;
  now: Date;
  random: () => number;
  receipt: { storeKey: string };
  atTheDoor: { storeKey: string };
  cards: CardDesk;
  /** `personId month`: she sells nothing then. */
  quietMonths: ReadonlySet<string>;
}

/** Orders of one shop follow one another; shops run side by side. Returns how many were placed. */
export async function seedOrders(city: City): Promise<number> {
  const shops = await findShops(city.db);
  const ramadans = await city.db.ramadanYear.findMany();
  const festiveMonths = new Set(ramadans.map((year) => year.ramadanOn.toISOString().slice(0, 7)));
  const plans = planOrders({
    ...{ now: city.now, shops: shops.length, festiveMonths, random: city.random },
    sellsIn: (index, month) => !city.quietMonths.has(`${shops[index]?.actor.personId} ${month}`),
  });
  const queues = shops.map((_, index) => plans.filter((plan) => plan.shopIndex === index));
  const rolls = plans.map(() => city.random());
  let serial = 0;
  await inParallel([...shops.entries()], 6, async ([index, shop]) => {
    for (const plan of queues[index] ?? [])
      await liveOrder(city, shop, plan, rolls[serial % rolls.length] ?? 0, serial++);
  });
  const asked = await passOrdersOn(city, shops);
  if (asked) {
    // She has an order of her own to answer too: a visitor is to meet both on one page.
    const placedAt = new Date(city.now.getTime() - 5 * HOUR_MS);
    const plan = { shopIndex: shops.indexOf(asked), placedAt, method: 'cod', fate: 'confirmed', quantity: 1 } as const;
    await liveOrder(city, asked, plan, 0, serial++);
  }
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
      listing.variants.map(({ id, makeDays }) => ({
        id,
        listedAt: listing.createdAt,
        isMadeToOrder: makeDays !== null,
      })),
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
  const variantId = chooseVariant(shop, plan, roll);
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
  const method = plan.method === 'transfer' && !shop.bankAccountSealed ? 'cod' : plan.method;
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
  await meetFate({ city, shop, order, token, plan });
}

/** What is being made was ordered from a variant that is made to order, where the shop has one. */
function chooseVariant({ variants }: SeedShop, plan: OrderPlan, roll: number): string | undefined {
  const onShelf = variants.filter((variant) => variant.listedAt < plan.placedAt);
  const made = plan.fate === 'making' ? onShelf.filter((variant) => variant.isMadeToOrder) : [];
  const choices = made.length > 0 ? made : onShelf;
  return choices[Math.floor(roll * choices.length)]?.id;
}

/** Sent and returned are of a mat that is brought; of those that have just come, so that their photo from the door is seen. */
const needsDelivery = (fate: Fate) => fate === 'shipped' || fate === 'returned' || fate === 'delivered';

/** A maker weaves before she sells: the shelf never falls below what is asked for. */
async function restockShelf({ db }: City, shop: SeedShop, variantId: string, plan: OrderPlan): Promise<void> {
  const variant = await db.variant.findUniqueOrThrow({ where: { id: variantId } });
  if (variant.onHand - variant.held >= plan.quantity) return;
  const input = { variantId, seenOnHand: variant.onHand, onHand: variant.held + plan.quantity + 2 };
  mustSucceed(await changeStock(db, { actor: shop.actor, input, now: plan.placedAt }));
}
