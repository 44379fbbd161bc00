// The part of Stripe's API that the simulator speaks: method, path, shapes of request and answer, and what is done.
import type { Stripe } from 'stripe';
import type { ContractName } from '../contract.ts';
import { createCoupon } from '../objects/coupons.ts';
import { createRefund } from '../objects/refunds.ts';
import { createSession, expireIfDue, expireSession } from '../objects/sessions.ts';
import type { World } from '../objects/world.ts';
import { noSuchObject } from './api-error.ts';
import { isCreatedWithin, listPage } from './list-page.ts';

export interface ApiRoute {
  readonly method: 'GET' | 'POST';
  /** `:id` stands for one segment. */
  readonly path: string;
  readonly request: ContractName;
  /** Shape of the answer, or of each row of a list; an event has a shape by its type. */
  readonly answer: ContractName | 'event';
  readonly run: Run;
}

/** `params` have been checked against `request` before. */
type Run = (world: World, params: never, id: string) => object;

const get = (path: string, request: ContractName, answer: ApiRoute['answer'], run: Run): ApiRoute => ({
  method: 'GET',
  path,
  request,
  answer,
  run,
});
const post = (path: string, request: ContractName, answer: ApiRoute['answer'], run: Run): ApiRoute => ({
  ...get(path, request, answer, run),
  method: 'POST',
});

const API_ROUTES: readonly ApiRoute[] = [
  post('/v1/checkout/sessions', 'SessionCreateParams', 'Session', createSession),
  get('/v1/checkout/sessions', 'SessionListParams', 'Session', listSessions),
  get('/v1/checkout/sessions/:id', 'SessionRetrieveParams', 'Session', (world, _, id) => sessionById(world, id)),
  post('/v1/checkout/sessions/:id/expire', 'SessionExpireParams', 'Session', (world, _, id) =>
    expireSession(world, sessionById(world, id)),
  ),
  get('/v1/checkout/sessions/:id/line_items', 'SessionListLineItemsParams', 'LineItem', listLineItems),
  post('/v1/coupons', 'CouponCreateParams', 'Coupon', createCoupon),
  get('/v1/payment_intents/:id', 'PaymentIntentRetrieveParams', 'PaymentIntent', (world, _, id) =>
    known(world.state.paymentIntents, id, 'payment_intent'),
  ),
  get('/v1/charges/:id', 'ChargeRetrieveParams', 'Charge', (world, _, id) => known(world.state.charges, id, 'charge')),
  post('/v1/refunds', 'RefundCreateParams', 'Refund', createRefund),
  get('/v1/refunds', 'RefundListParams', 'Refund', listRefunds),
  get('/v1/refunds/:id', 'RefundRetrieveParams', 'Refund', (world, _, id) => known(world.state.refunds, id, 'refund')),
  get('/v1/disputes/:id', 'DisputeRetrieveParams', 'Dispute', (world, _, id) =>
    known(world.state.disputes, id, 'dispute'),
  ),
  get('/v1/payouts/:id', 'PayoutRetrieveParams', 'Payout', (world, _, id) => known(world.state.payouts, id, 'payout')),
  get('/v1/events', 'EventListParams', 'event', listEvents),
  get('/v1/events/:id', 'EventRetrieveParams', 'event', (world, _, id) => known(world.state.events, id, 'event')),
  get('/v1/balance_transactions', 'BalanceTransactionListParams', 'BalanceTransaction', listMovements),
  get('/v1/balance_transactions/:id', 'BalanceTransactionRetrieveParams', 'BalanceTransaction', (world, _, id) =>
    known(world.state.balanceTransactions, id, 'balance_transaction'),
  ),
];

/** The route of a request and the id in its path, or undefined when this simulator does not speak it. */
export function findRoute(method: string, path: string): { route: ApiRoute; id: string } | undefined {
  for (const route of API_ROUTES) {
    const [start = '', end] = route.path.split(':id');
    const id = end === undefined ? '' : path.slice(start.length, path.length - end.length);
    if (
      route.method === method &&
      path === start + id + (end ?? '') &&
      !id.includes('/') &&
      (end === undefined || id)
    ) {
      return { route, id };
    }
  }
  return undefined;
}

function known<Row>(rows: ReadonlyMap<string, Row>, id: string, kind: string): Row {
  const row = rows.get(id);
  if (row === undefined) throw noSuchObject(kind, id, 'id');
  return row;
}

/** Rows are kept in the order of their making; lists show the newest first. */
function newestFirst<Row>(rows: ReadonlyMap<string, Row>): Row[] {
  return [...rows.values()].reverse();
}

function sessionById(world: World, id: string): Stripe.Checkout.Session {
  const session = known(world.state.sessions, id, 'checkout.session');
  expireIfDue(world, session);
  return session;
}

function listSessions(world: World, params: Stripe.Checkout.SessionListParams) {
  for (const session of world.state.sessions.values()) expireIfDue(world, session);
  const rows = newestFirst(world.state.sessions).filter(
    (session) =>
      isCreatedWithin(session.created, params.created) &&
      (params.status ?? session.status) === session.status &&
      (params.payment_intent ?? session.payment_intent) === session.payment_intent,
  );
  return listPage(rows, params, 'checkout.session', '/v1/checkout/sessions');
}

function listLineItems(world: World, params: Stripe.Checkout.SessionListLineItemsParams, id: string) {
  const rows = world.state.lineItems.get(sessionById(world, id).id) ?? [];
  return listPage(rows, params, 'line_item', `/v1/checkout/sessions/${id}/line_items`);
}

function listRefunds(world: World, params: Stripe.RefundListParams) {
  const rows = newestFirst(world.state.refunds).filter(
    (refund) =>
      isCreatedWithin(refund.created, params.created) &&
      (params.payment_intent ?? refund.payment_intent) === refund.payment_intent &&
      (params.charge ?? refund.charge) === refund.charge,
  );
  return listPage(rows, params, 'refund', '/v1/refunds');
}

function listEvents(world: World, params: Stripe.EventListParams) {
  const wanted = params.types ?? (params.type === undefined ? undefined : [params.type]);
  const rows = newestFirst(world.state.events).filter(
    (event) =>
      isCreatedWithin(event.created, params.created) &&
      (wanted?.includes(event.type) ?? true) &&
      (params.delivery_success === undefined || params.delivery_success === (event.pending_webhooks === 0)),
  );
  return listPage(rows, params, 'event', '/v1/events');
}

function listMovements(world: World, params: Stripe.BalanceTransactionListParams) {
  const rows = newestFirst(world.state.balanceTransactions).filter(
    (movement) =>
      isCreatedWithin(movement.created, params.created) &&
      (params.currency ?? movement.currency) === movement.currency &&
      (params.source ?? movement.source) === movement.source &&
      (params.type ?? movement.type) === movement.type,
  );
  return listPage(rows, params, 'balance_transaction', '/v1/balance_transactions');
}
