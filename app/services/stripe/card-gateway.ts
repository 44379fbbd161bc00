// The domain's card gateway, spoken by Stripe.
import type Stripe from 'stripe';
import type { CardGateway } from '#app/domain/payments/card-gateway.ts';
import { readMovements } from './account-movements.ts';
import { readPayout } from './account-payouts.ts';
import {
  closeCheckout,
  type OpenedCheckout,
  openCheckout,
  readCheckout,
  readSessionOf,
  type StripeCheckoutRequest,
} from './card-checkouts.ts';
import { readDispute } from './card-disputes.ts';
import { readUndeliveredEvents, type StripeEvent, verifyWebhook } from './card-events.ts';
import { readRefund, readRefunds, type StripeRefund, type StripeRefundRequest, sendRefund } from './card-refunds.ts';
import type { StripeCheckout } from './describe-session.ts';
import type { StripeResult } from './stripe-failure.ts';

export interface StripeGateway extends CardGateway {
  createCheckout(request: StripeCheckoutRequest): Promise<StripeResult<OpenedCheckout>>;
  findCheckout(sessionId: string): Promise<StripeResult<StripeCheckout | null>>;
  expireCheckout(sessionId: string): Promise<StripeResult<null>>;
  refundPayment(request: StripeRefundRequest): Promise<StripeResult<StripeRefund>>;
  /** By Stripe's id; null when there is no such refund. */
  findRefund(gatewayId: string): Promise<StripeResult<StripeRefund | null>>;
  listUndeliveredEvents(): Promise<StripeResult<StripeEvent[]>>;
  readWebhook(request: { body: string; signature: string | null; now: Date }): StripeEvent | null;
}

/** Several webhook secrets while one is being replaced; all of them count. */
export function createStripeGateway(settings: { stripe: Stripe; webhookSecrets: readonly string[] }): StripeGateway {
  const { stripe, webhookSecrets } = settings;
  return {
    createCheckout: (request) => openCheckout(stripe, request),
    findCheckout: (sessionId) => readCheckout(stripe, sessionId),
    findSession: (intentId) => readSessionOf(stripe, intentId),
    expireCheckout: (sessionId) => closeCheckout(stripe, sessionId),
    refundPayment: (request) => sendRefund(stripe, request),
    findRefund: (gatewayId) => readRefund(stripe, gatewayId),
    listRefunds: (intentId) => readRefunds(stripe, intentId),
    findDispute: (gatewayId) => readDispute(stripe, gatewayId),
    findPayout: (gatewayId) => readPayout(stripe, gatewayId),
    listUndeliveredEvents: () => readUndeliveredEvents(stripe),
    listMovements: (span) => readMovements(stripe, span),
    readWebhook(request) {
      const reading = verifyWebhook(webhookSecrets, request);
      return reading.ok ? reading.event : null;
    },
  };
}
