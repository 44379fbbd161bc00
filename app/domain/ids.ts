// Random tokens for links and cookies, and the hashes under which they are stored.
import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';

/** 128 bits, URL-safe, 22 characters. */
export function newToken(): string {
  return randomBytes(16).toString('base64url');
}

let rowIdsMade = 0;

/**
 * UUID version 7: time first, so that rows written together lie together, then a counter (RFC 9562, 6.2, method 1), so that
 * those of one instant lie in the order in which this process made them.
 */
export function newRowId(now: Date): string {
  const time = now.getTime().toString(16).padStart(12, '0');
  rowIdsMade = (rowIdsMade + 1) % 2 ** 24;
  const counter = rowIdsMade.toString(16).padStart(6, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.slice(0, 3)}-8${counter.slice(3)}${randomUUID().slice(23)}`;
}

const ROW_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** True for text that can be a row's id; anything else names nothing and must not reach the database. */
export function isRowId(text: unknown): text is string {
  return typeof text === 'string' && ROW_ID.test(text);
}

/** The id of no row: what a malformed id stands for, so that it finds nothing. */
export const NO_ROW_ID = '00000000-0000-0000-0000-000000000000';

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
