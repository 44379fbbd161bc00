// Opens a cohort: a course with its dates, place and capacity.
import { type Actor, can } from '../access/actor.ts';
import { type Database, inTransaction } from '../database.ts';
import { toDateColumn } from '../dates.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { toSlug } from '../ids.ts';
import { failure, type Result, success } from '../result.ts';

export interface NewCohort {
  readonly name: string;
  readonly skill: string;
  readonly venue: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly capacity: number;
}

export async function createCohort(
  db: Database,
  { actor, input, now }: { actor: Actor; input: NewCohort; now: Date },
): Promise<Result<{ cohortId: string; slug: string }, 'forbidden' | 'conflict'>> {
  if (!can(actor, 'cohort.import')) return failure('forbidden');
  const slug = toSlug(input.name);
  return inTransaction(db, async (tx) => {
    const created = await tx.cohort.createManyAndReturn({
      data: [
        { ...input, slug, startsOn: toDateColumn(input.startsOn), endsOn: toDateColumn(input.endsOn), createdAt: now },
      ],
      skipDuplicates: true,
    });
    const cohort = created[0];
    if (!cohort) return failure('conflict');
    await recordEvent(tx, { actor, now, kind: 'cohort.created', subject: ['cohort', cohort.id] });
    return success({ cohortId: cohort.id, slug });
  });
}
