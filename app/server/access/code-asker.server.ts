// Who asks for a sign-in code: a device that signed in with this phone before, known by a sealed cookie, or a network.
import type { CodeAsker } from '#app/domain/access/sign-in-codes.server.ts';
import { newToken } from '#app/domain/ids.ts';
import type { RequestContext } from '#app/server/context.ts';
import { href } from '#app/urls.ts';
import { openCookie, writeCookie } from './sealed-cookie.server.ts';

const NAME = 'masuk_kenal';
/** The longest that browsers keep a cookie. */
const LIFE_SECONDS = 400 * 86_400;

export function askerOf(
  request: Request,
  phone: string,
  { sealer, clientAddress }: Pick<RequestContext, 'sealer' | 'clientAddress'>,
): CodeAsker {
  const [knownPhone, device] = openCookie(request, NAME, sealer)?.split('|') ?? [];
  if (device && knownPhone === phone) return `device:${device}`;
  return `network:${sealer.fingerprint('code-asker', `${phone}:${clientAddress}`)}`;
}

/** Written when she is in: from now on her own share of codes is hers, whoever asks for her phone elsewhere. */
export function knownDeviceCookie(
  phone: string,
  { sealer, environment }: Pick<RequestContext, 'sealer' | 'environment'>,
) {
  const { origin } = environment;
  return writeCookie({
    name: NAME,
    text: `${phone}|${newToken()}`,
    seconds: LIFE_SECONDS,
    path: href('signIn'),
    origin,
    sealer,
  });
}
