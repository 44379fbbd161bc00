// `/__simulator/…`: what a test or a demonstration may do that no buyer and no shop can, as JSON over HTTP.
import { z } from 'zod';
import type { FaultSwitches } from './faults.ts';

const apiFault = z.strictObject({
  kind: z.enum(['error-after-commit', 'error-before-commit', 'rate-limit', 'cut-after-commit', 'cut-before', 'delay']),
  path: z.string().optional(),
  method: z.enum(['GET', 'POST']).optional(),
  times: z.int().min(1).optional(),
  delayMs: z.int().min(0).optional(),
});

const faultChanges = z.strictObject({
  webhook: z
    .strictObject({
      duplicate: z.boolean(),
      reorder: z.boolean(),
      drop: z.boolean(),
      delayMs: z.int().min(0),
      afterRedirect: z.boolean(),
      timestampShiftSeconds: z.int(),
      wrongSecret: z.boolean(),
    })
    .partial()
    .optional(),
  api: z.array(apiFault).optional(),
  pendingSettlesAfterMs: z.int().min(0).nullable().optional(),
  refundOutcome: z.enum(['succeeded', 'pending']).optional(),
});

const settlement = z.strictObject({ id: z.string(), outcome: z.enum(['succeeded', 'failed']) });

export const CONTROL_PATH = '/__simulator/';

/** Ends of things that wait. False when there is nothing to settle under that id. */
export interface Settling {
  settlePayment(sessionId: string, outcome: 'succeeded' | 'failed'): boolean;
  settleRefund(refundId: string, outcome: 'succeeded' | 'failed'): boolean;
}

export interface ControlReply {
  readonly status: number;
  readonly body: unknown;
}

interface ControlRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** GET, POST (change) and DELETE (reset) of `faults`; POST of `payments` and `refunds` with `{ id, outcome }`. */
export function answerControl(
  { faults, settling }: { faults: FaultSwitches; settling: Settling },
  { method, path, body, headers }: ControlRequest,
): ControlReply {
  // Any page in a browser on this machine could reach loopback; only programs may turn the switches.
  if (headers.origin !== undefined) return { status: 403, body: { error: 'not from a browser' } };
  const name = path.slice(CONTROL_PATH.length);
  if (name === 'faults' && method === 'GET') return { status: 200, body: faults.current() };
  if (name === 'faults' && method === 'DELETE') return { status: 200, body: faults.reset() };
  if (name === 'faults' && method === 'POST') return withInput(faultChanges, body, (changes) => faults.set(changes));
  if (name === 'payments' && method === 'POST') {
    return withInput(settlement, body, ({ id, outcome }) => ({ settled: settling.settlePayment(id, outcome) }));
  }
  if (name === 'refunds' && method === 'POST') {
    return withInput(settlement, body, ({ id, outcome }) => ({ settled: settling.settleRefund(id, outcome) }));
  }
  return { status: 404, body: { error: 'unknown' } };
}

function withInput<Input>(schema: z.ZodType<Input>, text: string, act: (input: Input) => unknown): ControlReply {
  const parsed = schema.safeParse(readJson(text));
  if (!parsed.success) return { status: 400, body: { error: z.prettifyError(parsed.error) } };
  return { status: 200, body: act(parsed.data) };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
