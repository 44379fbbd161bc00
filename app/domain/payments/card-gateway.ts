// What the domain needs of a card gateway (Stripe in services/stripe). Amounts are whole rupiah; the gateway's own units stay outside.

export interface CardCheckoutRequest {
  readonly paymentId: string;
  /** 1, 2, …: a new attempt is a new session; the old one is expired first by the caller. */
  readonly attempt: number;
  readonly purchaseNumber: string;
  readonly lines: readonly { readonly title: string; readonly unitPriceRupiah: number; readonly quantity: number }[];
  readonly deliveries: readonly { readonly label: string; readonly feeRupiah: number }[];
  readonly expiresAt: Date;
  /** May contain `{CHECKOUT_SESSION_ID}`. */
  readonly successAddress: string;
  readonly cancelAddress: string;
  readonly language: 'id' | 'en';
}

export interface CardCheckout {
  readonly sessionId: string;
  readonly status: 'open' | 'complete' | 'expired';
  /** Money has arrived. A `complete` session that is not paid is an asynchronous method still under way. */
  readonly isPaid: boolean;
  readonly amountRupiah: number;
  readonly currency: string;
  readonly paymentId: string | null;
  readonly purchaseNumber: string | null;
  readonly intentId: string | null;
  readonly feeRupiah: number | null;
  readonly refundedRupiah: number;
}

export type GatewayResult<T> =
  | { readonly ok: true; readonly value: T }
  /** `unavailable`: try later, nothing is known. `rejected`: asking again will not help. */
  | { readonly ok: false; readonly code: 'unavailable' | 'rejected' };

export interface GatewayEvent {
  readonly id: string;
  readonly kind: string;
  readonly sessionId: string | null;
  readonly intentId: string | null;
  readonly refundId: string | null;
  readonly disputeId: string | null;
  readonly payoutId: string | null;
  readonly paymentId: string | null;
}

export interface GatewayRefund {
  readonly gatewayId: string;
  readonly status: 'pending' | 'succeeded' | 'failed';
  readonly amountRupiah: number;
  /** Id of our row; null for a refund made at the gateway itself. */
  readonly refundId: string | null;
  readonly intentId: string | null;
}

/** A buyer's bank asks for the money back. `won`: it stays with us, also when nothing was ever taken. */
export interface GatewayDispute {
  readonly gatewayId: string;
  readonly status: 'open' | 'won' | 'lost';
  readonly amountRupiah: number;
  readonly intentId: string | null;
}

/** Money on its way from the gateway to the operator's bank. */
export interface GatewayPayout {
  readonly gatewayId: string;
  readonly status: 'underWay' | 'paid' | 'failed';
  readonly amountRupiah: number;
  readonly currency: string;
}

/** One movement of money on the account at the gateway. */
export interface GatewayMovement {
  readonly id: string;
  /** Stripe's type: `charge`, `payment`, `refund`, `payment_refund`, `refund_failure`, `adjustment`, `payout`, … */
  readonly kind: string;
  readonly createdAt: Date;
  /** `idr` unless the account settles in another currency; the amounts are then of that currency's hundredths, rounded. */
  readonly currency: string;
  /** Positive when money arrives. Rounded half up to whole units, as the fee is. */
  readonly amountRupiah: number;
  readonly feeRupiah: number;
  /** Charge, refund, dispute or payout that it belongs to. */
  readonly sourceId: string | null;
  /** Of a charge, refund or dispute. */
  readonly intentId: string | null;
  /** Its refund, dispute or payout has not ended: our book knows of it when it has. */
  readonly isUnderWay: boolean;
}

export interface CardGateway {
  createCheckout(
    request: CardCheckoutRequest,
  ): Promise<GatewayResult<{ sessionId: string; address: string; expiresAt: Date }>>;
  /** Always read anew from the gateway; null when there is no such session. */
  findCheckout(sessionId: string): Promise<GatewayResult<CardCheckout | null>>;
  /** The session that a payment was made in; null when there is none. */
  findSession(intentId: string): Promise<GatewayResult<string | null>>;
  /** Harmless when it is already complete or expired; the caller reads it again. */
  expireCheckout(sessionId: string): Promise<GatewayResult<null>>;
  /** `refundId` is our row's id and the idempotency key. */
  refundPayment(request: {
    intentId: string;
    amountRupiah: number;
    refundId: string;
  }): Promise<GatewayResult<GatewayRefund>>;
  /** Null when there is no such refund. */
  findRefund(gatewayId: string): Promise<GatewayResult<GatewayRefund | null>>;
  /** Every refund of a payment, also those made at the gateway itself. */
  listRefunds(intentId: string): Promise<GatewayResult<readonly GatewayRefund[]>>;
  /** Null when there is no such dispute. */
  findDispute(gatewayId: string): Promise<GatewayResult<GatewayDispute | null>>;
  /** Null when there is no such payout. */
  findPayout(gatewayId: string): Promise<GatewayResult<GatewayPayout | null>>;
  /** Events of the last 30 days that no webhook has brought, oldest first; at most 1,000. */
  listUndeliveredEvents(): Promise<GatewayResult<readonly GatewayEvent[]>>;
  /** Movements on the account from `from` until before `to`, oldest first. */
  listMovements(span: { from: Date; to: Date }): Promise<GatewayResult<readonly GatewayMovement[]>>;
  /** Checks the signature (several secrets for rotation; 300 s either way) and reads the event. Null when forged or stale. */
  readWebhook(request: { body: string; signature: string | null; now: Date }): GatewayEvent | null;
}
