// Carries the phone number, and who asked for its code, from the first step of signing in to the second: sealed, for a few minutes,
// never in an address.
import type { CodeAsker } from '#app/domain/access/sign-in-codes.server.ts';
import type { RequestContext } from '#app/server/context.ts';
import { href } from '#app/urls.ts';
import { openCookie, writeCookie } from './sealed-cookie.server.ts';

const NAME = 'masuk_nomor';
/** A code lives five minutes; asking for another starts anew. */
const LIFE_SECONDS = 600;

type Setting = Pick<RequestContext, 'sealer' | 'environment' | 'now'>;

/** The asker goes along, so that a phone that leaves the Wi-Fi between the two steps still has its code. */
export interface SignInStep {
  readonly phone: string;
  readonly askedBy: CodeAsker;
}

export function signInCookie({ phone, askedBy }: SignInStep, { sealer, environment, now }: Setting): string {
  const text = `${now().getTime() + LIFE_SECONDS * 1000}|${phone}|${askedBy}`;
  const { origin } = environment;
  return writeCookie({ name: NAME, text, seconds: LIFE_SECONDS, path: href('signIn'), origin, sealer });
}

/** Once she is in, the number has done its work. */
export function forgetSignInCookie({ sealer, environment }: Pick<Setting, 'sealer' | 'environment'>): string {
  const { origin } = environment;
  return writeCookie({ name: NAME, text: '', seconds: 0, path: href('signIn'), origin, sealer });
}

/** Null when there is none, it was altered, or its time is over (the browser's clock is not trusted with that). */
export function readSignInStep(request: Request, { sealer, now }: Pick<Setting, 'sealer' | 'now'>): SignInStep | null {
  const [until, phone, askedBy] = openCookie(request, NAME, sealer)?.split('|') ?? [];
  if (!phone || !askedBy || Number(until) <= now().getTime()) return null;
  return { phone, askedBy: askedBy as CodeAsker };
}
