// The post office of events: batches, first tries in order, retries after waits, and the faults that are switched on.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Stripe } from 'stripe';
import type { Delivery, SimulatorState } from './state.ts';
import { postEvent, type WebhookDoor } from './webhook-post.ts';

export interface WebhookSettings extends WebhookDoor {
  readonly state: SimulatorState;
  /** Waits between the tries; as many retries as there are entries. */
  readonly retryDelaysMs: readonly number[];
  saveSoon(): void;
}

export class WebhookSender {
  readonly #settings: WebhookSettings;
  readonly #stopped = new AbortController();
  readonly #firstTries = new Set<Promise<void>>();
  readonly #retries = new Set<Promise<void>>();
  #batch: Stripe.Event[] = [];
  #held: Promise<void> = Promise.resolve();

  constructor(settings: WebhookSettings) {
    this.#settings = settings;
  }

  /** Queues an event; all that is queued in one turn of the event loop is one batch. */
  send(event: Stripe.Event): void {
    this.#record(event.id, { attempts: 0, status: 'waiting' });
    if (this.#batch.push(event) === 1) queueMicrotask(() => this.#flush());
  }

  /** Keeps new batches back until the returned function is called. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#held = Promise.all([this.#held, promise]).then(() => {});
    return resolve;
  }

  /** Resolves when everything queued so far has been tried once, or after `limitMs`. */
  async firstTries(limitMs: number): Promise<void> {
    await Promise.resolve();
    await Promise.race([Promise.all(this.#firstTries), this.#pause(limitMs)]);
  }

  /** Resolves when nothing is queued, under way or waiting for a retry. */
  async idle(): Promise<void> {
    await Promise.resolve();
    while (this.#firstTries.size + this.#retries.size > 0) {
      await Promise.all([...this.#firstTries, ...this.#retries]);
    }
  }

  /** Sends what a run before this one left waiting. */
  resume(): void {
    const { state, retryDelaysMs } = this.#settings;
    for (const [id, { status }] of state.deliveries) {
      const event = state.events.get(id);
      if (event && status === 'waiting') this.#track(this.#retries, this.#retry(event, retryDelaysMs[0] ?? 0));
    }
  }

  close(): void {
    this.#stopped.abort();
  }

  #flush(): void {
    const events = this.#settings.faults().reorder ? this.#batch.reverse() : this.#batch;
    this.#batch = [];
    this.#track(this.#firstTries, this.#sendBatch(events));
  }

  async #sendBatch(events: readonly Stripe.Event[]): Promise<void> {
    await this.#held;
    for (const event of events) await this.#firstTry(event);
  }

  async #firstTry(event: Stripe.Event): Promise<void> {
    const { drop, delayMs, duplicate } = this.#settings.faults();
    if (drop) return this.#record(event.id, { attempts: 0, status: 'dropped' });
    await this.#pause(delayMs);
    const copies = Array.from({ length: duplicate ? 2 : 1 }, () => this.#post(event));
    this.#settle(event, (await Promise.all(copies)).includes(true));
  }

  async #retry(event: Stripe.Event, waitMs: number): Promise<void> {
    await this.#pause(waitMs);
    if (!this.#stopped.signal.aborted) this.#settle(event, await this.#post(event));
  }

  #settle(event: Stripe.Event, isDelivered: boolean): void {
    const { state, retryDelaysMs } = this.#settings;
    const attempts = (state.deliveries.get(event.id)?.attempts ?? 0) + 1;
    const waitMs = retryDelaysMs[attempts - 1];
    if (isDelivered) {
      event.pending_webhooks = 0;
      this.#record(event.id, { attempts, status: 'delivered' });
    } else if (waitMs === undefined) {
      this.#record(event.id, { attempts, status: 'given-up' });
    } else {
      this.#record(event.id, { attempts, status: 'waiting' });
      this.#track(this.#retries, this.#retry(event, waitMs));
    }
  }

  #post(event: Stripe.Event): Promise<boolean> {
    return postEvent(this.#settings, event, this.#stopped.signal);
  }

  #record(eventId: string, delivery: Delivery): void {
    this.#settings.state.deliveries.set(eventId, delivery);
    this.#settings.saveSoon();
  }

  #track(set: Set<Promise<void>>, work: Promise<void>): void {
    const tracked = work.finally(() => set.delete(tracked));
    set.add(tracked);
  }

  async #pause(ms: number): Promise<void> {
    if (ms > 0) await sleep(ms, undefined, { signal: this.#stopped.signal, ref: false }).catch(() => {});
  }
}
