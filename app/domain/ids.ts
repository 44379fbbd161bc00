// Random tokens for links and cookies, and the hashes under which they are stored.
import { createHash, randomBytes, randomInt } from 'node:crypto';

/** 128 bits, URL-safe, 22 characters. */
export function newToken(): string {
  return randomBytes(16).toString('base64url');
}

/** For tokens of full entropy only; a short code needs the keyed `fingerprint` of a Sealer. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** `length` random decimal digits, leading zeros kept. */
export function newDigits(length: number): string {
  return randomInt(10 ** length)
    .toString()
    .padStart(length, '0');
}

const SLUG_LIMIT = 60;

/** `Keset Lurik, 40 × 60` -> `keset-lurik-40-x-60`. */
export function toSlug(text: string): string {
  const slug = text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('×', 'x')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug.slice(0, SLUG_LIMIT).replace(/-+$/, '') || 'keset';
}
