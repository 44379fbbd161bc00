// The domain's card gateway, spoken by Stripe, and what only finance's jobs ask of Stripe.
import type Stripe from 'stripe';
import type { CardGateway } from '#app/domain/payments/card-gateway.ts';
import { type AccountMovement, readMovements } from './account-movements.ts';
import {
  closeCheckout,
  type OpenedCheckout,
  openCheckout,
  readCheckout,
  type StripeCheckoutRequest,
} from './card-checkouts.ts';
import { readUndeliveredEvents, type StripeEvent, verifyWebhook } from './card-events.ts';
import { readRefund, type StripeRefund, type StripeRefundRequest, sendRefund } from './card-refunds.ts';
import type { StripeCheckout } from './describe-session.ts';
import type { StripeResult } from './stripe-failure.ts';

export interface StripeGateway extends CardGateway {
  createCheckout(request: StripeCheckoutRequest): Promise<StripeResult<OpenedCheckout>>;
  findCheckout(sessionId: string): Promise<StripeResult<StripeCheckout | null>>;
  expireCheckout(sessionId: string): Promise<StripeResult<null>>;
  refundPayment(request: StripeRefundRequest): Promise<StripeResult<StripeRefund>>;
  /** By Stripe's id; null when there is no such refund. */
  findRefund(gatewayId: string): Promise<StripeResult<StripeRefund | null>>;
  /** Events of the last 30 days that no webhook has brought, oldest first; at most 1,000. */
  listUndeliveredEvents(): Promise<StripeResult<StripeEvent[]>>;
  /** Movements on the account from `from` until before `to`, oldest first. */
  listMovements(span: { from: Date; to: Date }): Promise<StripeResult<AccountMovement[]>>;
  readWebhook(request: { body: string; signature: string | null; now: Date }): StripeEvent | null;
}

/** Several webhook secrets while one is being replaced; all of them count. */
export function createStripeGateway(settings: { stripe: Stripe; webhookSecrets: readonly string[] }): StripeGateway {
  const { stripe, webhookSecrets } = settings;
  return {
    createCheckout: (request) => openCheckout(stripe, request),
    findCheckout: (sessionId) => readCheckout(stripe, sessionId),
    expireCheckout: (sessionId) => closeCheckout(stripe, sessionId),
    refundPayment: (request) => sendRefund(stripe, request),
    findRefund: (gatewayId) => readRefund(stripe, gatewayId),
    listUndeliveredEvents: () => readUndeliveredEvents(stripe),
    listMovements: (span) => readMovements(stripe, span),
    readWebhook(request) {
      const reading = verifyWebhook(webhookSecrets, request);
      return reading.ok ? reading.event : null;
    },
  };
}
