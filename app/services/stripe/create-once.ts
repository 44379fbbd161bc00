// Creating an object at Stripe exactly once, over crashes, cut lines and replayed errors of the server.
import { isKeySpent, isOutcomeUnknown } from './stripe-failure.ts';

const MOST_TRIES = 4;

interface Creation<T> {
  /** Made from our row's id, so that it is the same after a crash. Stripe forgets it after 24 hours. */
  readonly key: string;
  create(idempotencyKey: string): Promise<T>;
  /** Looks for what an earlier try may have made. */
  find(): Promise<T | null>;
}

/**
 * A stored error is said again for as long as its key lives, though the object may exist. So after an error the object is
 * looked for; if it is not there, the next try uses the same key, and a new one once the key is known to be spent.
 */
export async function createOnce<T>({ key, create, find }: Creation<T>): Promise<T> {
  let suffix = 1;
  for (let left = MOST_TRIES; ; left -= 1) {
    try {
      return await create(suffix === 1 ? key : `${key}-${suffix}`);
    } catch (error) {
      if (!isOutcomeUnknown(error)) throw error;
      const found = await find();
      if (found) return found;
      if (left <= 1) throw error;
      if (isKeySpent(error)) suffix += 1;
    }
  }
}
