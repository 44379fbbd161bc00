// AES-256-GCM for S3 text and HMAC-SHA-256 for equality. Format: `v1.<nonce>.<tag>.<ciphertext>`, base64url.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Sealer } from '#app/domain/access/sealer.ts';

const KEY_ID = 'v1';
const NONCE_BYTES = 12;
/** Said on opening too: without it Node accepts a tag cut to four bytes, which can be guessed. */
const TAG_BYTES = 16;

/** Keys are 32 bytes as hex. */
export function createSealer(keys: { sealKey: string; fingerprintKey: string }): Sealer {
  const sealKey = Buffer.from(keys.sealKey, 'hex');
  const fingerprintKey = Buffer.from(keys.fingerprintKey, 'hex');
  return {
    seal(place, rowId, text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce).setAAD(placeBytes(place, rowId));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [KEY_ID, ...[nonce, cipher.getAuthTag(), body].map((part) => part.toString('base64url'))].join('.');
    },
    open(place, rowId, sealed) {
      const [keyId, nonce, tag, body] = sealed.split('.');
      if (keyId !== KEY_ID || nonce === undefined || tag === undefined || body === undefined) {
        throw new Error(`${place}: sealed with an unknown key`);
      }
      const decipher = createDecipheriv('aes-256-gcm', sealKey, Buffer.from(nonce, 'base64url'), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(placeBytes(place, rowId))
        .setAuthTag(Buffer.from(tag, 'base64url'));
      return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8');
    },
    fingerprint(purpose, text) {
      return createHmac('sha256', fingerprintKey).update(`${purpose}\0${text}`).digest('hex');
    },
  };
}

function placeBytes(place: string, rowId: string): Buffer {
  return Buffer.from(`${place}.${rowId}.${KEY_ID}`);
}
