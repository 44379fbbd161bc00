// The card desk of the demonstration: the simulator of the gateway on a clock that follows the story, one payment at a time.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CardGateway } from '#app/domain/payments/card-gateway.ts';
import { SIMULATOR_KEYS, simulatorPlace } from '#app/server/card-gateway.ts';
import type { Environment } from '#app/services/environment.ts';
import { createStripeGateway } from '#app/services/stripe/card-gateway.ts';
import { startStripeSimulator } from '#app/services/stripe/simulator/start-simulator.ts';
import { createStripeClient } from '#app/services/stripe/stripe-client.ts';

export interface CardDesk {
  readonly gateway: CardGateway;
  /** Runs `work` with the gateway's clock at `now`, after all that was asked before. */
  at<T>(now: Date, work: () => Promise<T>): Promise<T>;
  /** The buyer types a card number that works. */
  pay(sessionId: string): void;
  close(): Promise<void>;
}

/** Keeps its state in the file that the site's own simulator opens afterwards: refunds of these payments work there. */
export async function openCardDesk(environment: Environment): Promise<CardDesk> {
  let clock = new Date(0);
  const events = await openLetterBox();
  const { stateFile, pageAddress } = simulatorPlace(environment);
  const simulator = await startStripeSimulator({
    port: 0,
    pageAddress,
    stateFile,
    webhookAddress: events.address,
    ...SIMULATOR_KEYS,
    clock: () => clock,
  });
  const stripe = createStripeClient({ secretKey: SIMULATOR_KEYS.secretKey, apiAddress: simulator.address });
  let line: Promise<unknown> = Promise.resolve();
  return {
    gateway: createStripeGateway({ stripe, webhookSecrets: [SIMULATOR_KEYS.webhookSecret] }),
    at(now, work) {
      const turn = line.then(() => {
        clock = now;
        return work();
      });
      line = turn.catch(() => {});
      return turn;
    },
    pay(sessionId) {
      if (!simulator.pay(sessionId, 'succeeded')) throw new Error(`the demonstration could not pay ${sessionId}`);
    },
    async close() {
      await simulator.idle();
      await simulator.close();
      await events.close();
    },
  };
}

/** Takes the gateway's events: the story settles by the return page, so the site must not be told again when it starts. */
async function openLetterBox(): Promise<{ address: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    request.resume();
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    async close() {
      const isClosed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await isClosed;
    },
  };
}
