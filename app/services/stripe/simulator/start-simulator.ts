// Starts the local stand-in for Stripe: same HTTP API, a payment page, signed webhooks. Loopback only, never in production.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Stripe } from 'stripe';
import { createFaultSwitches, type FaultSwitches } from './faults.ts';
import { createListener } from './listener.ts';
import { closeDispute, openDispute } from './objects/disputes.ts';
import { newEvent } from './objects/events.ts';
import { type PaymentOutcome, payForSession, settlePendingPayment } from './objects/payments.ts';
import { arrivePayout, sendPayout } from './objects/payouts.ts';
import { settlePendingRefund } from './objects/refunds.ts';
import { expireIfDue } from './objects/sessions.ts';
import type { World } from './objects/world.ts';
import { openState, type SimulatorState, type StateFile } from './state.ts';
import { WebhookSender } from './webhooks.ts';

export interface SimulatorSettings {
  /** 0 picks a free port. */
  readonly port: number;
  readonly host?: '127.0.0.1';
  readonly webhookAddress: string;
  readonly webhookSecret: string;
  readonly secretKey: string;
  /** Keeps sessions, payments and refunds over a restart. Absent: memory only. */
  readonly stateFile?: string;
  /** Origin that browsers reach the payment page by; the simulator's own address when absent. */
  readonly pageAddress?: string;
  readonly clock?: () => Date;
  readonly log?: (message: string, facts: Record<string, unknown>) => void;
  readonly retryDelaysMs?: readonly number[];
  /** Until a pending payment succeeds by itself; null waits for `settlePayment`. */
  readonly pendingSettlesAfterMs?: number | null;
}

export interface StripeSimulator {
  readonly address: string;
  readonly port: number;
  readonly faults: FaultSwitches;
  /** Everything it knows, for a test to look at. */
  readonly state: SimulatorState;
  /** Bugs of the simulator itself, such as an answer that breaks the contract. Must stay empty. */
  readonly bugs: readonly unknown[];
  /** What the buttons of the payment page do. False when the session cannot be paid. */
  pay(sessionId: string, outcome: PaymentOutcome): boolean;
  settlePayment(sessionId: string, outcome: 'succeeded' | 'failed'): boolean;
  settleRefund(refundId: string, outcome: 'succeeded' | 'failed'): boolean;
  openDispute(chargeId: string): string | null;
  closeDispute(disputeId: string, outcome: 'won' | 'lost'): boolean;
  /** Sends the balance to the bank; null when there is none. */
  sendPayout(currency?: string): string | null;
  arrivePayout(payoutId: string): boolean;
  /** Announces the sessions whose time has passed; happens by itself every few seconds of real time. */
  expireDueSessions(): void;
  /** Resolves when no webhook is under way or waiting for a retry. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const RETRY_DELAYS_MS = [1_000, 5_000, 30_000, 120_000, 600_000] as const;
const PENDING_SETTLES_AFTER_MS = 20_000;
const LOOK_FOR_EXPIRED_MS = 5_000;

/** Throws when this is production, the key is a live one, or the port is taken. */
export async function startStripeSimulator(settings: SimulatorSettings): Promise<StripeSimulator> {
  refuseRealMoney(settings);
  const file = openState(settings.stateFile);
  const bugs: unknown[] = [];
  const reportBug = (error: unknown) => {
    bugs.push(error);
    settings.log?.('the simulator has a bug', { reason: String(error) });
  };
  const listening = { address: '' };
  const { world, faults, webhooks } = createWorld(settings, file, listening);
  const actions = createActions(world);
  const timers = createTimers(world, { faults, actions, reportBug });
  const server = createServer(
    createListener({
      api: { world, secretKey: settings.secretKey, faults, reportBug },
      page: { world, faults, webhooks, schedulePendingPayment: timers.schedulePendingPayment },
      control: { faults, settling: actions },
      reportBug,
      saveSoon: file.saveSoon,
    }),
  );
  server.listen(settings.port, LOOPBACK);
  await once(server, 'listening');
  const port = portOf(server.address());
  listening.address = `http://${LOOPBACK}:${port}`;
  webhooks.resume();
  timers.start();
  const { address } = listening;
  const close = async () => {
    timers.stop();
    webhooks.close();
    const isClosed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await isClosed;
    file.saveNow();
  };
  return { ...actions, address, port, faults, state: file.state, bugs, idle: () => webhooks.idle(), close };
}

function createWorld(settings: SimulatorSettings, file: StateFile, listening: { readonly address: string }) {
  const clock = settings.clock ?? (() => new Date());
  const now = () => Math.floor(clock().getTime() / 1000);
  const { state, saveSoon } = file;
  const { pendingSettlesAfterMs = PENDING_SETTLES_AFTER_MS } = settings;
  const faults = createFaultSwitches(pendingSettlesAfterMs);
  const webhooks = new WebhookSender({
    address: settings.webhookAddress,
    secret: settings.webhookSecret,
    retryDelaysMs: settings.retryDelaysMs ?? RETRY_DELAYS_MS,
    state,
    now,
    faults: () => faults.current().webhook,
    log: settings.log ?? (() => {}),
    saveSoon,
  });
  const world: World = {
    state,
    now,
    pageAddress: () => settings.pageAddress ?? listening.address,
    refundOutcome: () => faults.current().refundOutcome,
    announce(type, object, previous) {
      const event = newEvent(type, object, previous, now());
      state.events.set(event.id, event);
      webhooks.send(event);
    },
  };
  return { world, faults, webhooks };
}

function createActions(world: World) {
  const { sessions, refunds, charges, disputes, payouts } = world.state;
  return {
    pay(sessionId: string, outcome: PaymentOutcome) {
      return payForSession(world, mustFind(sessions, sessionId), outcome);
    },
    settlePayment(sessionId: string, outcome: 'succeeded' | 'failed') {
      const session = sessions.get(sessionId);
      return session !== undefined && settlePendingPayment(world, session, outcome);
    },
    settleRefund(refundId: string, outcome: 'succeeded' | 'failed') {
      const refund = refunds.get(refundId);
      return refund !== undefined && settlePendingRefund(world, refund, outcome);
    },
    openDispute(chargeId: string) {
      return openDispute(world, mustFind(charges, chargeId))?.id ?? null;
    },
    closeDispute(disputeId: string, outcome: 'won' | 'lost') {
      return closeDispute(world, mustFind(disputes, disputeId), outcome);
    },
    sendPayout(currency = 'idr') {
      return sendPayout(world, currency)?.id ?? null;
    },
    arrivePayout(payoutId: string) {
      return arrivePayout(world, mustFind(payouts, payoutId));
    },
    expireDueSessions() {
      for (const session of sessions.values()) expireIfDue(world, session);
    },
  };
}

interface TimerParts {
  readonly faults: FaultSwitches;
  readonly actions: ReturnType<typeof createActions>;
  reportBug(error: unknown): void;
}

/** What happens by itself: sessions whose time has passed, and payments that settle later. */
function createTimers(world: World, { faults, actions, reportBug }: TimerParts) {
  const running = new Set<NodeJS.Timeout>();
  const guarded = (act: () => void) => () => {
    try {
      act();
    } catch (error) {
      reportBug(error);
    }
  };
  const schedulePendingPayment = (sessionId: string) => {
    const waitMs = faults.current().pendingSettlesAfterMs;
    const settle = guarded(() => actions.settlePayment(sessionId, 'succeeded'));
    if (waitMs !== null) running.add(setTimeout(settle, waitMs).unref());
  };
  return {
    schedulePendingPayment,
    start() {
      running.add(setInterval(guarded(actions.expireDueSessions), LOOK_FOR_EXPIRED_MS).unref());
      const isPending = ({ status, payment_status: payment }: Stripe.Checkout.Session) =>
        status === 'complete' && payment === 'unpaid';
      for (const session of world.state.sessions.values()) if (isPending(session)) schedulePendingPayment(session.id);
    },
    stop() {
      for (const timer of running) clearTimeout(timer);
    },
  };
}

function refuseRealMoney({ secretKey, host = LOOPBACK }: SimulatorSettings): void {
  if (process.env.NODE_ENV === 'production') throw new Error('the Stripe simulator does not run in production');
  if (/_live_/.test(secretKey)) throw new Error('the Stripe simulator refuses a live key');
  if (host !== LOOPBACK) throw new Error('the Stripe simulator listens on loopback only');
}

function portOf(address: ReturnType<Server['address']>): number {
  if (address === null || typeof address === 'string') throw new Error('the Stripe simulator got no port');
  return address.port;
}

function mustFind<Row>(rows: ReadonlyMap<string, Row>, id: string): Row {
  const row = rows.get(id);
  if (row === undefined) throw new RangeError(`unknown to the Stripe simulator: ${id}`);
  return row;
}
