// Which card gateway this process talks to: Stripe with real keys, the local simulator in demonstration, or none (card is then not offered).
import { join } from 'node:path';
import type { CardGateway } from '#app/domain/payments/card-gateway.ts';
import type { Environment } from '#app/services/environment.ts';
import { createStripeGateway } from '#app/services/stripe/card-gateway.ts';
import { startStripeSimulator } from '#app/services/stripe/simulator/start-simulator.ts';
import { createStripeClient } from '#app/services/stripe/stripe-client.ts';

const SIMULATOR = { secretKey: 'sk_test_simulator', webhookSecret: 'whsec_simulator' } as const;

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
    port: environment.PORT === 0 ? 0 : environment.PORT + 1,
    webhookAddress: `http://127.0.0.1:${environment.PORT}/webhooks/stripe`,
    webhookSecret: SIMULATOR.webhookSecret,
    secretKey: SIMULATOR.secretKey,
    stateFile: join(environment.dataDirectory, 'stripe-simulator.json'),
  });
  const stripe = createStripeClient({ secretKey: SIMULATOR.secretKey, apiAddress: simulator.address });
  return {
    gateway: createStripeGateway({ stripe, webhookSecrets: [SIMULATOR.webhookSecret] }),
    stop: () => simulator.close(),
  };
}
