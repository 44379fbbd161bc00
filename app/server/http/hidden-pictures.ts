// A picture has an address that never changes; of a shop that is hidden it answers 404 all the same. The hidden ones are kept in memory,
// so that a visible picture costs no query, and are read anew when a shop or a picture has changed.
import type { Request as ExpressRequest, RequestHandler } from 'express';
import { listHiddenPictures, maySeeHiddenPicture } from '#app/domain/shops/hidden-pictures.server.ts';
import { readActor } from '#app/server/access/actor.server.ts';
import type { Services } from '#app/server/context.ts';
import type { ChangeHearer } from './catalogue-changes.ts';

const LIFE_MS = 30_000;
/** While nobody tells this process of changes. */
const DEAF_LIFE_MS = 1_000;

export class HiddenPictures implements ChangeHearer {
  readonly #read: () => Promise<string[]>;
  #keys: Promise<ReadonlySet<string>> | null = null;
  #readAt = 0;
  #lifeMs = DEAF_LIFE_MS;

  constructor(read: () => Promise<string[]>) {
    this.#read = read;
  }

  forget(tag: string): void {
    if (tag.startsWith('shop:')) this.clear();
  }

  clear(): void {
    this.#keys = null;
  }

  setHearing(isHearing: boolean): void {
    this.#lifeMs = isHearing ? LIFE_MS : DEAF_LIFE_MS;
    this.clear();
  }

  /** Rejects when they cannot be read: better no picture for a while than one of a woman who hides. */
  async has(key: string, at: number): Promise<boolean> {
    if (this.#keys === null || at - this.#readAt > this.#lifeMs) {
      const reading = this.#read().then((keys) => new Set(keys));
      this.#keys = reading;
      this.#readAt = at;
      reading.catch(() => {
        if (this.#keys === reading) this.#keys = null;
      });
    }
    return (await this.#keys).has(key);
  }
}

/** In front of the pictures that this server sends itself. */
export function guardPictures(services: Services, hidden: HiddenPictures): RequestHandler {
  return (request, response, next) => {
    if (!request.path.startsWith('/foto/')) return next();
    judge(request, services, hidden).then((verdict) => {
      if (verdict === 'hidden') return void response.status(404).end();
      if (verdict === 'hers') response.setHeader('Cache-Control', 'private, no-store');
      next();
    }, next);
  };
}

export function createHiddenPictures({ db }: Services): HiddenPictures {
  return new HiddenPictures(() => listHiddenPictures(db));
}

async function judge(request: ExpressRequest, services: Services, hidden: HiddenPictures) {
  const { db, now } = services;
  for (const storeKey of keysIn(request.path)) {
    if (!(await hidden.has(storeKey, Date.now()))) continue;
    const actor = await readActor(request.headers.cookie ?? null, services);
    return (await maySeeHiddenPicture(db, { actor, storeKey, now: now() })) ? 'hers' : 'hidden';
  }
  return 'shown';
}

/** As the file server will read it: escapes undone. */
function keysIn(path: string): readonly string[] {
  try {
    return decodeURIComponent(path).match(/[0-9a-f]{32}/g) ?? [];
  } catch {
    return [];
  }
}
