// The switches that make the simulator misbehave as the network, Stripe, or an attacker can. All off at the start.

/** What goes wrong with requests to the API. Each is used up by the next requests that fit. */
export interface ApiFault {
  readonly kind:
    | 'error-after-commit'
    | 'error-before-commit'
    | 'rate-limit'
    | 'cut-after-commit'
    | 'cut-before'
    | 'delay';
  /** Only requests whose path starts so, for example `/v1/refunds`. Absent: any. */
  readonly path?: string;
  readonly method?: 'GET' | 'POST';
  /** How many requests it hits; 1 when absent. */
  readonly times?: number;
  /** Of `delay`. */
  readonly delayMs?: number;
}

/** What goes wrong with webhooks, for as long as it is set. */
export interface WebhookFaults {
  /** Sends each event twice at the same moment. */
  readonly duplicate: boolean;
  /** Sends the events of one payment in reverse. */
  readonly reorder: boolean;
  /** Never sends; the events stay undelivered. */
  readonly drop: boolean;
  readonly delayMs: number;
  /** The webhook leaves only after the buyer has been sent back to the shop. */
  readonly afterRedirect: boolean;
  /** Moves the signed time: -600 is a replayed old event, 600 one from the future. */
  readonly timestampShiftSeconds: number;
  readonly wrongSecret: boolean;
}

export interface Faults {
  readonly webhook: WebhookFaults;
  readonly api: readonly ApiFault[];
  /** Milliseconds until a pending (`tertunda`) payment succeeds by itself; null waits for `settlePayment`. */
  readonly pendingSettlesAfterMs: number | null;
  readonly refundOutcome: 'succeeded' | 'pending';
}

export interface FaultSwitches {
  current(): Faults;
  /** Sets what is given and leaves the rest. `api` is added to what is still unused. */
  set(changes: FaultChanges): Faults;
  /** Everything as at the start. */
  reset(): Faults;
  /** The fault for this request, used up by asking. */
  take(request: { method: string; path: string }): ApiFault | undefined;
}

export type FaultChanges = Partial<Omit<Faults, 'webhook'>> & { readonly webhook?: Partial<WebhookFaults> };

const NO_WEBHOOK_FAULTS: WebhookFaults = {
  duplicate: false,
  reorder: false,
  drop: false,
  delayMs: 0,
  afterRedirect: false,
  timestampShiftSeconds: 0,
  wrongSecret: false,
};

export function createFaultSwitches(pendingSettlesAfterMs: number | null): FaultSwitches {
  const atStart: Faults = { webhook: NO_WEBHOOK_FAULTS, api: [], pendingSettlesAfterMs, refundOutcome: 'succeeded' };
  let faults = atStart;
  return {
    current: () => faults,
    set({ webhook, api, ...rest }) {
      faults = {
        ...faults,
        ...rest,
        webhook: { ...faults.webhook, ...webhook },
        api: [...faults.api, ...(api ?? [])],
      };
      return faults;
    },
    reset() {
      faults = atStart;
      return faults;
    },
    take({ method, path }) {
      const index = faults.api.findIndex(
        (fault) => (fault.method ?? method) === method && path.startsWith(fault.path ?? '/'),
      );
      const fault = faults.api[index];
      if (!fault) return undefined;
      const left = (fault.times ?? 1) - 1;
      const rest = left > 0 ? [{ ...fault, times: left }] : [];
      faults = { ...faults, api: [...faults.api.slice(0, index), ...rest, ...faults.api.slice(index + 1)] };
      return fault;
    },
  };
}
