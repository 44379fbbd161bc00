// A woman's file. Opening it is written down in the same transaction, for her to see.
import type { AccountActor } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import { type Database, inTransaction } from '../database.ts';
import { personScope } from './person-scope.server.ts';

/** Null when there is no such woman in the viewer's reach: absent and forbidden look the same. */
export async function findPersonFile(
  db: Database,
  {
    viewer,
    input,
    now,
    sealer,
  }: { viewer: AccountActor; input: { personId: string; purpose: string }; now: Date; sealer: Sealer },
) {
  const scope = personScope(viewer, now);
  if (!scope) return null;
  return inTransaction(db, async (tx) => {
    const person = await tx.person.findFirst({
      where: { AND: [scope, { id: input.personId }] },
      include: {
        area: { include: { parent: true } },
        shop: { select: { id: true, slug: true, name: true, status: true } },
        enrolments: { include: { cohort: true, baseline: true }, orderBy: { enrolledAt: 'asc' } },
        months: { orderBy: { month: 'desc' }, take: 12 },
        reads: { orderBy: { readAt: 'desc' }, take: 10, include: { account: { select: { name: true, role: true } } } },
      },
    });
    if (!person) return null;
    if (viewer.personId !== person.id) {
      await tx.personRead.create({
        data: { personId: person.id, accountId: viewer.accountId, purpose: input.purpose, readAt: now },
      });
    }
    const { addressSealed, nikSealed: _nik, nikHash: _hash, ...rest } = person;
    return { ...rest, address: addressSealed ? sealer.open('person.address', person.id, addressSealed) : null };
  });
}

export type PersonFile = NonNullable<Awaited<ReturnType<typeof findPersonFile>>>;
