// Checkout Sessions: making one, expiring it, and the lines it sells.
import type { Stripe } from 'stripe';
import { invalidRequest } from '../api/api-error.ts';
import { fromFixture } from './fixture.ts';
import { type PricedLine, readSessionRequest } from './session-request.ts';
import { newId, type World } from './world.ts';

type Session = Stripe.Checkout.Session;

/** Throws ApiError for what Stripe would refuse. */
export function createSession(world: World, params: Stripe.Checkout.SessionCreateParams): Session {
  const { lines, currency, coupon, subtotal, discount, expiresAt } = readSessionRequest(
    params,
    world.state,
    world.now(),
  );
  const id = newId('cs_test_a1', 56);
  const session = fromFixture('checkout.session', {
    id,
    created: world.now(),
    expires_at: expiresAt,
    currency,
    amount_subtotal: subtotal,
    amount_total: subtotal - discount,
    total_details: { amount_discount: discount, amount_shipping: 0, amount_tax: 0 },
    discounts: coupon ? [{ coupon: coupon.id, promotion_code: null }] : [],
    client_reference_id: params.client_reference_id ?? null,
    metadata: textMetadata(params.metadata),
    locale: params.locale ?? null,
    mode: 'payment',
    ui_mode: 'hosted_page',
    status: 'open',
    payment_status: 'unpaid',
    success_url: params.success_url ?? null,
    cancel_url: params.cancel_url ?? null,
    url: `${world.pageAddress()}/c/pay/${id}`,
  });
  world.state.sessions.set(id, session);
  world.state.lineItems.set(
    id,
    spreadDiscount(lines, discount).map((line) => lineItem(world, line)),
  );
  world.state.paymentIntentData.set(id, params.payment_intent_data ?? {});
  return session;
}

/** What the buyer no longer can pay for. Throws ApiError unless the session is open. */
export function expireSession(world: World, session: Session): Session {
  expireIfDue(world, session);
  if (session.status !== 'open') {
    throw invalidRequest(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Session has a status of \`${session.status}\`.`,
    );
  }
  return closeAsExpired(world, session);
}

/** A session whose time has passed expires when anybody looks. */
export function expireIfDue(world: World, session: Session): void {
  if (session.status === 'open' && session.expires_at <= world.now()) closeAsExpired(world, session);
}

function closeAsExpired(world: World, session: Session): Session {
  session.status = 'expired';
  session.url = null;
  world.announce('checkout.session.expired', session);
  return session;
}

/** Metadata as Stripe keeps it: text values, no empty ones. */
export function textMetadata(metadata: Stripe.Emptyable<Stripe.MetadataParam> | undefined): Stripe.Metadata {
  const kept = Object.entries(metadata || {}).filter(([, value]) => value !== null && value !== '');
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}

type DiscountedLine = PricedLine & { readonly discount: number };

/** In line order, so the shares add up to the discount whatever the amounts. */
function spreadDiscount(lines: readonly PricedLine[], discount: number): DiscountedLine[] {
  let left = discount;
  return lines.map((line) => {
    const share = Math.min(left, line.unitAmount * line.quantity);
    left -= share;
    return { ...line, discount: share };
  });
}

function lineItem(world: World, line: DiscountedLine): Stripe.LineItem {
  const subtotal = line.unitAmount * line.quantity;
  const item = fromFixture('item', {
    id: newId('li_'),
    currency: line.currency,
    description: line.name,
    quantity: line.quantity,
    amount_subtotal: subtotal,
    amount_discount: line.discount,
    amount_tax: 0,
    amount_total: subtotal - line.discount,
  });
  if (!item.price) throw new Error('the line item fixture has no price');
  const price = {
    ...item.price,
    id: newId('price_'),
    created: world.now(),
    active: false,
    currency: line.currency,
    custom_unit_amount: null,
    recurring: null,
    transform_quantity: null,
    unit_amount: line.unitAmount,
    unit_amount_decimal: String(line.unitAmount),
  };
  // Over the wire a decimal is text; stripe-node turns it into its Decimal class.
  return { ...item, price: price as unknown as Stripe.Price };
}
