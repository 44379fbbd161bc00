// Idempotency keys: the first answer is kept for 24 hours and said again, an error of the server too.
import { createHash } from 'node:crypto';
import type { SimulatorState } from '../state.ts';
import { ApiError } from './api-error.ts';

const KEPT_SECONDS = 24 * 60 * 60;

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Hash of what must be the same under one key. */
export function fingerprintOf(method: string, path: string, body: string): string {
  return createHash('sha256').update(`${method}\n${path}\n${body}`).digest('hex');
}

/** The kept answer, or null when the request has to be done. Throws ApiError for another request or one still running. */
export function findKeptAnswer(state: SimulatorState, key: string, fingerprint: string, now: number): Answer | null {
  forgetOld(state, now);
  const kept = state.keptAnswers.get(key);
  if (!kept) return null;
  if (kept.fingerprint !== fingerprint) {
    throw new ApiError({
      status: 400,
      type: 'idempotency_error',
      message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}'.`,
    });
  }
  if (!kept.answer) {
    throw new ApiError({
      status: 409,
      type: 'idempotency_error',
      code: 'idempotency_key_in_use',
      message: `There is currently another in-progress request using this Idempotent Key (${key}).`,
    });
  }
  return kept.answer;
}

/** Marks the key as running; the returned function keeps the answer, or forgets the key when there is none to keep. */
export function beginRequest(state: SimulatorState, key: string, fingerprint: string, now: number) {
  state.keptAnswers.set(key, { fingerprint, keptAt: now });
  return (answer: Answer | null): void => {
    if (answer) state.keptAnswers.set(key, { fingerprint, keptAt: now, answer });
    else state.keptAnswers.delete(key);
  };
}

/** Keys stand in the order of their first use, so the old ones are at the front. */
function forgetOld(state: SimulatorState, now: number): void {
  for (const [key, { keptAt }] of state.keptAnswers) {
    if (keptAt + KEPT_SECONDS > now) return;
    state.keptAnswers.delete(key);
  }
}
