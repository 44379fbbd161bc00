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
  readonly paymentId: string | null;
}

export interface GatewayRefund {
  readonly gatewayId: string;
  readonly status: 'pending' | 'succeeded' | 'failed';
  readonly amountRupiah: number;
}

export interface CardGateway {
  createCheckout(
    request: CardCheckoutRequest,
  ): Promise<GatewayResult<{ sessionId: string; address: string; expiresAt: Date }>>;
  /** Always read anew from the gateway; null when there is no such session. */
  findCheckout(sessionId: string): Promise<GatewayResult<CardCheckout | null>>;
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
  /** Checks the signature (several secrets for rotation; 300 s either way) and reads the event. Null when forged or stale. */
  readWebhook(request: { body: string; signature: string | null; now: Date }): GatewayEvent | null;
}
