// Pictures of shops that are not shown. A picture that an open shop shows too (the same bytes have the same key) is not one of them.
import type { Actor } from '../access/actor.ts';
import type { Reader } from '../database.ts';
import { personScope } from '../people/person-scope.server.ts';

export async function listHiddenPictures(reader: Reader): Promise<string[]> {
  const rows = await reader.$queryRaw<{ storeKey: string }[]>`
    SELECT DISTINCT p."storeKey" FROM "Photo" p JOIN "Shop" s ON s.id = p."shopId" WHERE s.status <> 'open'
      AND NOT EXISTS (SELECT FROM "Photo" q JOIN "Shop" o ON o.id = q."shopId"
        WHERE q."storeKey" = p."storeKey" AND o.status = 'open')`;
  return rows.map(({ storeKey }) => storeKey);
}

/** The woman herself, who goes on working with it, and whoever may read her file. */
export async function maySeeHiddenPicture(
  reader: Reader,
  { actor, storeKey, now }: { actor: Actor; storeKey: string; now: Date },
): Promise<boolean> {
  const scope = personScope(actor, now);
  if (!scope) return false;
  return (await reader.photo.count({ where: { storeKey, shop: { person: scope } } })) > 0;
}
