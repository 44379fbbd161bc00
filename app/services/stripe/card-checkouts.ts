// Hosted Checkout Sessions: one per payment attempt, opened once, always read anew.
import type Stripe from 'stripe';
import type { CardCheckoutRequest } from '#app/domain/payments/card-gateway.ts';
import { createOnce } from './create-once.ts';
import { describeSession, type StripeCheckout } from './describe-session.ts';
import { STRIPE_CURRENCY, toStripeAmount } from './stripe-amounts.ts';
import { callStripe, isMissing, readFailure, type StripeResult } from './stripe-failure.ts';

type Session = Stripe.Checkout.Session;

export interface StripeCheckoutRequest extends CardCheckoutRequest {
  /** Whole rupiah off the sum of all lines, shown as a discount. */
  readonly discountRupiah?: number;
}

export interface OpenedCheckout {
  readonly sessionId: string;
  /** Where the buyer pays. */
  readonly address: string;
  readonly expiresAt: Date;
}

/** Stripe takes no more lines than this in one session. */
const MOST_LINES = 100;
const LONGEST_TITLE = 250;
const SESSION_WITH_MONEY = ['payment_intent.latest_charge.balance_transaction'];
/** How far back an earlier try of the same attempt can lie: the longest life of a session. */
const LOOK_BACK_SECONDS = 24 * 60 * 60;

/** Asked twice for the same attempt it returns the same session. `rejected`: the amount is outside of what Stripe takes. */
export async function openCheckout(
  stripe: Stripe,
  request: StripeCheckoutRequest,
): Promise<StripeResult<OpenedCheckout>> {
  const params = sessionParams(request);
  if ((params.line_items ?? []).length > MOST_LINES) return { ok: false, code: 'rejected', reason: 'too_many_lines' };
  return callStripe(async () => {
    const discounts = await discountParams(stripe, request);
    const session = await createOnce({
      key: attemptKey(request),
      create: (idempotencyKey) => stripe.checkout.sessions.create({ ...params, ...discounts }, { idempotencyKey }),
      find: () => findOpenSession(stripe, request),
    });
    return readOpened(session, totalAmount(request));
  });
}

/** Null when Stripe has no such session. */
export async function readCheckout(stripe: Stripe, sessionId: string): Promise<StripeResult<StripeCheckout | null>> {
  try {
    const session = await stripe.checkout.sessions.retrieve(sessionId, { expand: SESSION_WITH_MONEY });
    return { ok: true, value: describeSession(session) };
  } catch (error) {
    return isMissing(error) ? { ok: true, value: null } : readFailure(error);
  }
}

/** Null when the payment was not made in a session. */
export async function readSessionOf(stripe: Stripe, intentId: string): Promise<StripeResult<string | null>> {
  return callStripe(async () => {
    const { data } = await stripe.checkout.sessions.list({ payment_intent: intentId, limit: 1 });
    return data[0]?.id ?? null;
  });
}

/** A session that is over already stays as it is. */
export async function closeCheckout(stripe: Stripe, sessionId: string): Promise<StripeResult<null>> {
  try {
    await stripe.checkout.sessions.expire(sessionId);
    return { ok: true, value: null };
  } catch (error) {
    // Stripe has no code for "not open any more": the session itself tells whether that was the reason.
    const found = await readCheckout(stripe, sessionId);
    if (!found.ok) return found;
    if (found.value?.status !== 'open') return { ok: true, value: null };
    return readFailure(error);
  }
}

function attemptKey({ paymentId, attempt }: CardCheckoutRequest): string {
  return `checkout-${paymentId}-${attempt}`;
}

function attemptMetadata({ paymentId, attempt }: CardCheckoutRequest): Record<string, string> {
  return { payment_id: paymentId, attempt: String(attempt) };
}

/** No list of payment methods: the account decides, so QRIS and wallets appear where the account has them. */
function sessionParams(request: StripeCheckoutRequest): Stripe.Checkout.SessionCreateParams {
  const products = request.lines.map((line) => lineParams(line.title, line.unitPriceRupiah, line.quantity));
  const deliveries = request.deliveries
    .filter(({ feeRupiah }) => feeRupiah > 0)
    .map(({ label, feeRupiah }) => lineParams(label, feeRupiah, 1));
  return {
    mode: 'payment',
    ui_mode: 'hosted_page',
    line_items: [...products, ...deliveries],
    client_reference_id: request.purchaseNumber,
    metadata: attemptMetadata(request),
    payment_intent_data: {
      description: request.purchaseNumber,
      metadata: attemptMetadata(request),
      transfer_group: request.purchaseNumber,
    },
    locale: request.language,
    expires_at: Math.floor(request.expiresAt.getTime() / 1000),
    success_url: request.successAddress,
    cancel_url: request.cancelAddress,
  };
}

function lineParams(name: string, unitRupiah: number, quantity: number): Stripe.Checkout.SessionCreateParams.LineItem {
  return {
    quantity,
    price_data: {
      currency: STRIPE_CURRENCY,
      unit_amount: toStripeAmount(unitRupiah),
      product_data: { name: name.slice(0, LONGEST_TITLE) },
    },
  };
}

function totalAmount({ lines, deliveries, discountRupiah = 0 }: StripeCheckoutRequest): number {
  const products = lines.reduce((sum, line) => sum + line.unitPriceRupiah * line.quantity, 0);
  const fees = deliveries.reduce((sum, delivery) => sum + delivery.feeRupiah, 0);
  return toStripeAmount(products + fees - discountRupiah);
}

/** Stripe has no negative line: a discount is a coupon for this attempt alone, used up by paying. */
async function discountParams(
  stripe: Stripe,
  request: StripeCheckoutRequest,
): Promise<Pick<Stripe.Checkout.SessionCreateParams, 'discounts'>> {
  const { discountRupiah = 0 } = request;
  if (discountRupiah === 0) return {};
  const id = `discount-${request.paymentId}-${request.attempt}`;
  const params: Stripe.CouponCreateParams = {
    id,
    name: request.language === 'id' ? 'Diskon' : 'Discount',
    amount_off: toStripeAmount(discountRupiah),
    currency: STRIPE_CURRENCY,
    duration: 'once',
    max_redemptions: 1,
  };
  try {
    // Its id, made from our row, is the guard against a second one: no key that could keep an error alive.
    await stripe.coupons.create(params);
  } catch (error) {
    const isKnown = error instanceof Error && 'code' in error && error.code === 'resource_already_exists';
    if (!isKnown) throw error;
  }
  return { discounts: [{ coupon: id }] };
}

/** Stripe has no search by metadata for sessions, so the open ones of the last day are looked through. */
async function findOpenSession(stripe: Stripe, request: CardCheckoutRequest): Promise<Session | null> {
  const earliest = Math.floor(request.expiresAt.getTime() / 1000) - LOOK_BACK_SECONDS;
  const open = stripe.checkout.sessions.list({ status: 'open', created: { gte: earliest }, limit: 100 });
  for await (const session of open) {
    const { payment_id: paymentId, attempt } = session.metadata ?? {};
    if (paymentId === request.paymentId && attempt === String(request.attempt)) return session;
  }
  return null;
}

/** Throws when Stripe asks the buyer for anything but our amount. */
function readOpened(session: Session, amount: number): OpenedCheckout {
  if (session.amount_total !== amount || session.currency !== STRIPE_CURRENCY || session.url === null) {
    throw new Error(`session ${session.id} asks for ${session.amount_total} ${session.currency}, not ${amount}`);
  }
  return { sessionId: session.id, address: session.url, expiresAt: new Date(session.expires_at * 1000) };
}
