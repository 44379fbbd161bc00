// Receipts: private pictures, re-encoded once, read only through a guarded route, never by an address of their own.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodePicture } from './decode-picture.ts';
import type { MediaRefusal } from './media-store.ts';
import { lookOf } from './picture-look.ts';

const KEY = /^[0-9a-f]{64}$/;

export interface ProofStore {
  /** `contentHash` is that of the bytes as sent: the same receipt sent twice is recognised. `look` stays when it is saved anew. */
  store(
    bytes: Uint8Array,
  ): Promise<
    { ok: true; value: { storeKey: string; contentHash: string; look: string } } | { ok: false; reason: MediaRefusal }
  >;
  read(storeKey: string): Promise<Buffer | null>;
}

export function createProofStore(directory: string): ProofStore {
  return {
    async store(bytes) {
      const decoded = await decodePicture(bytes);
      if (!decoded.ok) return decoded;
      const contentHash = createHash('sha256').update(bytes).digest('hex');
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const temporary = join(directory, `.${contentHash}.${process.pid}`);
      await writeFile(temporary, await decoded.image.clone().jpeg({ quality: 80 }).toBuffer(), { mode: 0o600 });
      await rename(temporary, join(directory, `${contentHash}.jpg`));
      return { ok: true, value: { storeKey: contentHash, contentHash, look: await lookOf(decoded.image) } };
    },
    async read(storeKey) {
      if (!KEY.test(storeKey)) return null;
      return readFile(join(directory, `${storeKey}.jpg`)).catch(() => null);
    },
  };
}
