// Small sealed cookies of the sign-in pages: what is in them cannot be read, altered, or moved to another name.
import type { Sealer } from '#app/domain/access/sealer.ts';

export function writeCookie(cookie: {
  name: string;
  text: string;
  seconds: number;
  path: string;
  origin: string;
  sealer: Sealer;
}): string {
  const { name, text, seconds, path, origin, sealer } = cookie;
  const value = text === '' ? '' : sealer.seal('cookie', name, text);
  const secure = origin.startsWith('https:') ? '; Secure' : '';
  return `${name}=${value}; HttpOnly; SameSite=Lax; Path=${path}; Max-Age=${seconds}${secure}`;
}

/** Null when there is none, or it is somebody else's writing, or sealed with a key that has been replaced. */
export function openCookie(request: Request, name: string, sealer: Sealer): string | null {
  const sealed = new RegExp(`(?:^|; )${name}=([\\w.-]+)`).exec(request.headers.get('Cookie') ?? '')?.[1];
  if (!sealed) return null;
  try {
    return sealer.open('cookie', name, sealed);
  } catch {
    return null;
  }
}
