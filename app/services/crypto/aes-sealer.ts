// AES-256-GCM for S3 text and HMAC-SHA-256 for equality. Format: `<key id>.<nonce>.<tag>.<ciphertext>`, base64url.
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import type { Sealer } from '#app/domain/access/sealer.ts';

/** What was sealed before keys had ids of their own: by the oldest key there is. */
const FIRST_KEY_ID = 'v1';
const KEY_ID_LETTERS = 8;
const NONCE_BYTES = 12;
/** Said on opening too: without it Node accepts a tag cut to four bytes, which can be guessed. */
const TAG_BYTES = 16;

/** Keys are 32 bytes as hex. `oldSealKey` opens what it sealed and seals nothing. */
export function createSealer(keys: {
  sealKey: string;
  oldSealKey?: string | undefined;
  fingerprintKey: string;
}): Sealer {
  const current = toKey(keys.sealKey);
  const oldest = keys.oldSealKey === undefined ? current : toKey(keys.oldSealKey);
  const fingerprintKey = Buffer.from(keys.fingerprintKey, 'hex');
  const keyOf = (id: string | undefined) =>
    [current, oldest, { ...oldest, id: FIRST_KEY_ID }].find((key) => key.id === id);
  return {
    seal(place, rowId, text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', current.bytes, nonce).setAAD(placeBytes(place, rowId, current.id));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [current.id, ...[nonce, cipher.getAuthTag(), body].map((part) => part.toString('base64url'))].join('.');
    },
    open(place, rowId, sealed) {
      const [keyId, nonce, tag, body] = sealed.split('.');
      const key = keyOf(keyId);
      if (key === undefined || nonce === undefined || tag === undefined || body === undefined) {
        throw new Error(`${place}: sealed with an unknown key`);
      }
      const decipher = createDecipheriv('aes-256-gcm', key.bytes, Buffer.from(nonce, 'base64url'), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(placeBytes(place, rowId, key.id))
        .setAuthTag(Buffer.from(tag, 'base64url'));
      return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8');
    },
    isCurrent: (sealed) => sealed.startsWith(`${current.id}.`),
    fingerprint(purpose, text) {
      return createHmac('sha256', fingerprintKey).update(`${purpose}\0${text}`).digest('hex');
    },
  };
}

/** The id tells which of two keys it was; 32 bits of a hash of 256 random ones say nothing about them. */
function toKey(hex: string): { id: string; bytes: Buffer } {
  const bytes = Buffer.from(hex, 'hex');
  return {
    bytes,
    id: createHash('sha256').update('keset-kita seal key').update(bytes).digest('hex').slice(0, KEY_ID_LETTERS),
  };
}

function placeBytes(place: string, rowId: string, keyId: string): Buffer {
  return Buffer.from(`${place}.${rowId}.${keyId}`);
}
