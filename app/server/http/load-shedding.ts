// Under more load than this machine can carry, some are told at once to come back, so that the others are served in time.
import type { RequestHandler } from 'express';

/** Being answered at the same moment by this process. The database serves ten of them at a time; the rest wait a second or two. */
export const MOST_AT_ONCE = 256;
const RETRY_SECONDS = 5;

/** News of money is never sent away. */
export function shedLoad(most: number): RequestHandler {
  let inside = 0;
  return (request, response, next) => {
    if (request.path.startsWith('/webhooks/')) return next();
    if (inside >= most) {
      response.set({ 'Retry-After': String(RETRY_SECONDS), 'Cache-Control': 'no-store' });
      // Closed afterwards: the body of what is refused is not read.
      response.set('Connection', 'close').status(503).type('text/plain').send('503\n');
      return;
    }
    inside += 1;
    response.once('close', () => {
      inside -= 1;
    });
    next();
  };
}
