// Reads of cohorts and of imports under way.
import { type AccountActor, can } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import type { Reader } from '../database.ts';
import { fromDateColumn } from '../dates.ts';

export async function listCohorts(reader: Reader) {
  const [cohorts, counts] = await Promise.all([
    reader.cohort.findMany({ orderBy: { startsOn: 'desc' } }),
    reader.enrolment.groupBy({ by: ['cohortId', 'stage'], _count: true }),
  ]);
  return cohorts.map((cohort) => ({
    ...cohort,
    stages: Object.fromEntries(
      counts.filter((count) => count.cohortId === cohort.id).map((count) => [count.stage, count._count]),
    ) as Record<string, number>,
  }));
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
