// The one place that makes a Stripe client: pinned API version, our time limits, and the address of a simulator if given.
import Stripe from 'stripe';

/** Pinned: an upgrade of the package must be a decision, seen in the contract's diff. */
export const STRIPE_API_VERSION = '2026-10-28.endive';

const RETRIES = 2;
const TIMEOUT_MS = 15_000;

/** `apiAddress` is an origin such as `http://127.0.0.1:12111`; absent means Stripe itself. */
export function createStripeClient(settings: { secretKey: string; apiAddress?: string }): Stripe {
  return new Stripe(settings.secretKey, {
    ...(settings.apiAddress ? addressOptions(new URL(settings.apiAddress)) : {}),
    apiVersion: STRIPE_API_VERSION,
    maxNetworkRetries: RETRIES,
    timeout: TIMEOUT_MS,
    telemetry: false,
  });
}

function addressOptions(address: URL): { host: string; port: string; protocol: 'http' | 'https' } {
  const protocol = address.protocol === 'http:' ? 'http' : 'https';
  return { host: address.hostname, port: address.port || (protocol === 'http' ? '80' : '443'), protocol };
}
