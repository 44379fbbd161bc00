// Receipts, and photos of a mat at a buyer's door: re-encoded once, read only through a guarded route, never by an address of their own.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodePicture } from './decode-picture.ts';
import type { MediaRefusal } from './media-store.ts';
import { lookOf } from './picture-look.ts';

const KEY = /^[0-9a-f]{64}$/;
const ENDING = '.jpg';

export interface PrivatePictures {
  /** `contentHash` is that of the bytes as sent: the same receipt sent twice is recognised. `look` stays when it is saved anew. */
  store(
    bytes: Uint8Array,
  ): Promise<
    { ok: true; value: { storeKey: string; contentHash: string; look: string } } | { ok: false; reason: MediaRefusal }
  >;
  /** Null when there is none: it was never kept, or is forgotten. */
  read(storeKey: string | null | undefined): Promise<Buffer | null>;
  /** Keys of pictures that were kept before this instant, the last time. */
  listOlder(before: Date): Promise<string[]>;
  /** Of one that is not there: nothing happens. */
  delete(storeKey: string): Promise<void>;
}

export function createPrivatePictures(directory: string): PrivatePictures {
  const pathOf = (storeKey: string) => join(directory, storeKey + ENDING);
  return {
    async store(bytes) {
      const decoded = await decodePicture(bytes);
      if (!decoded.ok) return decoded;
      const contentHash = createHash('sha256').update(bytes).digest('hex');
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const temporary = join(directory, `.${contentHash}.${process.pid}`);
      await writeFile(temporary, await decoded.image().jpeg({ quality: 80 }).toBuffer(), { mode: 0o600 });
      await rename(temporary, pathOf(contentHash));
      return { ok: true, value: { storeKey: contentHash, contentHash, look: await lookOf(decoded.image()) } };
    },
    async read(storeKey) {
      return storeKey && KEY.test(storeKey) ? readFile(pathOf(storeKey)).catch(() => null) : null;
    },
    async listOlder(before) {
      const names = await readdir(directory).catch(() => []);
      const keys = names.filter((name) => name.endsWith(ENDING)).map((name) => name.slice(0, -ENDING.length));
      const older: string[] = [];
      for (const key of keys) {
        const file = await stat(pathOf(key)).catch(() => null);
        if (file && file.mtime < before) older.push(key);
      }
      return older;
    },
    async delete(storeKey) {
      if (KEY.test(storeKey)) await rm(pathOf(storeKey), { force: true });
    },
  };
}
