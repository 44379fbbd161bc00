// Reads of cohorts and of imports under way.
import { type AccountActor, can } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import type { Reader } from '../database.ts';
import { fromDateColumn } from '../dates.ts';
import type { Cell } from '../published-cells.ts';

/** Of an enrolment, in the order in which they come. */
export const ENROLMENT_STAGES = ['applied', 'waitlisted', 'enrolled', 'attending', 'graduated', 'withdrawn'] as const;

export interface CohortEntry {
  readonly slug: string;
  readonly name: string;
  readonly venue: string | null;
  readonly startsOn: Date;
  readonly capacity: number;
  /** Women per stage; null: not published yet. */
  readonly stages: Readonly<Record<string, Cell>> | null;
}

/** The newest first. Who may not know the women, nor brings their lists in, has the stages of the newest month that was published. */
export async function listCohorts(reader: Reader, viewer: AccountActor): Promise<CohortEntry[]> {
  const knowsWomen = can(viewer, 'person.read') || can(viewer, 'cohort.import');
  const [cohorts, stagesOf] = await Promise.all([
    reader.cohort.findMany({
      orderBy: { startsOn: 'desc' },
      select: { slug: true, name: true, venue: true, startsOn: true, capacity: true },
    }),
    knowsWomen ? countStages(reader) : findPublishedStages(reader),
  ]);
  return cohorts.map((cohort) => ({ ...cohort, stages: stagesOf.get(cohort.slug) ?? (knowsWomen ? {} : null) }));
}

/** Women per stage, by the slug of their cohort. */
export async function countStages(reader: Reader): Promise<Map<string, Record<string, number>>> {
  const counts = await reader.$queryRaw<{ slug: string; stage: string; women: number }[]>`
    select c.slug, e.stage, count(*)::int as women from "Enrolment" e join "Cohort" c on c.id = e."cohortId"
    group by c.slug, e.stage order by c.slug, e.stage`;
  const bySlug = [...Map.groupBy(counts, ({ slug }) => slug)];
  return new Map(
    bySlug.map(([slug, stages]) => [slug, Object.fromEntries(stages.map(({ stage, women }) => [stage, women]))]),
  );
}

async function findPublishedStages(reader: Reader): Promise<Map<string, Record<string, Cell>>> {
  const newest = await reader.publishedMonth.findFirst({ orderBy: { month: 'desc' }, select: { enrolments: true } });
  return new Map(Object.entries((newest?.enrolments ?? {}) as Record<string, Record<string, Cell>>));
}

/** Members only for those who may open files; the rest see counts. */
export async function findCohort(reader: Reader, viewer: AccountActor, slug: string) {
  const cohort = await reader.cohort.findUnique({ where: { slug } });
  if (!cohort) return null;
  const members = can(viewer, 'person.read')
    ? await reader.enrolment.findMany({
        where: { cohortId: cohort.id },
        include: {
          baseline: true,
          person: {
            select: { id: true, name: true, area: { select: { name: true } }, shop: { select: { id: true } } },
          },
        },
        orderBy: { person: { name: 'asc' } },
      })
    : null;
  return { ...cohort, members };
}

/** Each row with the two it may be: a person of the registry, and an earlier row of the list. */
export async function findImport(reader: Reader, importId: string, sealer: Sealer) {
  const found = await reader.participantImport.findUnique({
    where: { id: importId },
    include: {
      cohort: true,
      rows: {
        orderBy: { rowNumber: 'asc' },
        include: { person: { select: { id: true, name: true, birthOn: true } } },
      },
    },
  });
  if (!found) return null;
  return {
    ...found,
    rows: found.rows.map((row) => ({
      id: row.id,
      rowNumber: row.rowNumber,
      outcome: row.outcome,
      remarks: row.remarks,
      person: row.person && {
        id: row.person.id,
        name: row.person.name,
        birthOn: row.person.birthOn && fromDateColumn(row.person.birthOn),
      },
      twinRowNumber: row.twinRowNumber,
      asWritten: JSON.parse(sealer.open('importRow.asWritten', row.id, row.asWrittenSealed)) as Record<string, string>,
      cleaned: JSON.parse(sealer.open('importRow.cleaned', row.id, row.cleanedSealed)) as Record<
        string,
        string | number | boolean | null
      >,
    })),
  };
}
