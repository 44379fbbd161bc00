// Which card gateway this process talks to: Stripe with real keys, the local simulator in demonstration, or none (card is then not offered).
import { join } from 'node:path';
import type { CardGateway } from '#app/domain/payments/card-gateway.ts';
import type { Environment } from '#app/services/environment.ts';
import { createStripeGateway } from '#app/services/stripe/card-gateway.ts';
import { PAGE_PATH } from '#app/services/stripe/simulator/page/answer-page.ts';
import { startStripeSimulator } from '#app/services/stripe/simulator/start-simulator.ts';
import { createStripeClient } from '#app/services/stripe/stripe-client.ts';

export const SIMULATOR_KEYS = { secretKey: 'sk_test_simulator', webhookSecret: 'whsec_simulator' } as const;

/** Where the simulator of the demonstration listens (the port after the site's; 0 picks any) and keeps what it knows. */
export function simulatorPlace({ PORT, dataDirectory }: Environment) {
  const port = PORT === 0 ? 0 : PORT + 1;
  return {
    port,
    stateFile: join(dataDirectory, 'stripe-simulator.json'),
    ...(port === 0 ? {} : { pageAddress: `http://127.0.0.1:${port}` }),
  };
}

export interface OpenGateway {
  readonly gateway: CardGateway;
  stop(): Promise<void>;
}

export async function openCardGateway(environment: Environment): Promise<OpenGateway | null> {
  if (environment.STRIPE_SECRET_KEY) {
    const stripe = createStripeClient({
      secretKey: environment.STRIPE_SECRET_KEY,
      apiAddress: environment.STRIPE_API_ADDRESS,
    });
    const webhookSecrets = environment.STRIPE_WEBHOOK_SECRET ? [environment.STRIPE_WEBHOOK_SECRET] : [];
    return { gateway: createStripeGateway({ stripe, webhookSecrets }), stop: async () => {} };
  }
  if (!environment.isDemonstration) return null;
  const simulator = await startStripeSimulator({
    ...simulatorPlace(environment),
    ...SIMULATOR_KEYS,
    webhookAddress: `http://127.0.0.1:${environment.PORT}/webhooks/stripe`,
  });
  const stripe = createStripeClient({ secretKey: SIMULATOR_KEYS.secretKey, apiAddress: simulator.address });
  return {
    gateway: createStripeGateway({ stripe, webhookSecrets: [SIMULATOR_KEYS.webhookSecret] }),
    stop: () => simulator.close(),
  };
}

/** The simulator's front page, where this site has one at a known port. */
export function simulatorAddress(environment: Environment): string | null {
  const { pageAddress } = simulatorPlace(environment);
  if (environment.STRIPE_SECRET_KEY || !environment.isDemonstration || pageAddress === undefined) return null;
  return pageAddress + PAGE_PATH;
}
