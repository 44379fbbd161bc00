// Carries the phone number from the first step of signing in to the second: sealed, for a few minutes, never in an address.
import type { Sealer } from '#app/domain/access/sealer.ts';
import type { RequestContext } from '#app/server/context.ts';
import { href } from '#app/urls.ts';

const NAME = 'masuk_nomor';
const PLACE = 'cookie.signInPhone';
/** A code lives five minutes; asking for another starts anew. */
const LIFE_SECONDS = 600;

type Setting = Pick<RequestContext, 'sealer' | 'environment' | 'now'>;

export function signInCookie(phone: string, { sealer, environment, now }: Setting): string {
  const until = now().getTime() + LIFE_SECONDS * 1000;
  const sealed = sealer.seal(PLACE, NAME, `${until}|${phone}`);
  return write(sealed, LIFE_SECONDS, environment.origin);
}

/** Once she is in, the number has done its work. */
export function forgetSignInCookie({ environment }: Pick<RequestContext, 'environment'>): string {
  return write('', 0, environment.origin);
}

function write(value: string, seconds: number, origin: string): string {
  const secure = origin.startsWith('https:') ? '; Secure' : '';
  return `${NAME}=${value}; HttpOnly; SameSite=Lax; Path=${href('signIn')}; Max-Age=${seconds}${secure}`;
}

/** Null when there is none, it was altered, or its time is over (the browser's clock is not trusted with that). */
export function readSignInPhone(request: Request, { sealer, now }: Pick<Setting, 'sealer' | 'now'>): string | null {
  const sealed = new RegExp(`(?:^|; )${NAME}=([\\w.-]+)`).exec(request.headers.get('Cookie') ?? '')?.[1];
  const [until, phone] = (sealed && open(sealer, sealed))?.split('|') ?? [];
  return phone && Number(until) > now().getTime() ? phone : null;
}

function open(sealer: Sealer, sealed: string): string | null {
  try {
    return sealer.open(PLACE, NAME, sealed);
  } catch {
    // Somebody else's writing, or a key that has been replaced: as if there were none.
    return null;
  }
}
