// Limits for the few actions worth guessing at, per network address or per order. In memory: a limit is a brake, not a ledger.
import { RateLimiterMemory } from 'rate-limiter-flexible';

const LIMITS = {
  signInCode: new RateLimiterMemory({ points: 60, duration: 3600 }),
  checkCode: new RateLimiterMemory({ points: 120, duration: 3600 }),
  /** Wrong or right: of ten thousand codes, nobody walks through many. */
  pickupCode: new RateLimiterMemory({ points: 10, duration: 3600 }),
  checkout: new RateLimiterMemory({ points: 600, duration: 600 }),
} as const;

/** `who` is a network address or the id of an order. Throws a 429 Response with Retry-After when it has had its share. */
export async function limitRate(name: keyof typeof LIMITS, who: string): Promise<void> {
  await LIMITS[name].consume(who).catch((refusal: unknown) => {
    const waitMs =
      typeof refusal === 'object' && refusal !== null && 'msBeforeNext' in refusal
        ? Number(refusal.msBeforeNext)
        : 60_000;
    throw new Response(null, { status: 429, headers: { 'Retry-After': String(Math.ceil(waitMs / 1000)) } });
  });
}
