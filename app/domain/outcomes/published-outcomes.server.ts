// What was published of a cohort, for the page and the table of those who may not know the women.
import type { Reader } from '../database.ts';
import { addMonths } from '../dates.ts';
import type { GroupFigures } from './outcome-figures.ts';
import { type ChosenFigures, type OutcomeFilter, publishedSeries, SERIES_MONTHS } from './outcome-series.ts';
import { type Bands, WHOLE } from './published-groups.ts';

/** Null when the month is published and has no such village. */
export async function findPublishedFigures(
  db: Reader,
  { cohortSlug, villageCode, month }: OutcomeFilter,
): Promise<ChosenFigures | null> {
  const from = addMonths(month, 1 - SERIES_MONTHS);
  const chosen = villageCode ?? WHOLE;
  const [published, groups, past] = await Promise.all([
    db.publishedMonth.findUnique({ where: { month }, select: { publishedAt: true } }),
    listPublishedGroups(db, { from: month, until: month }),
    db.publishedGroup.findMany({
      where: { cohort: { slug: cohortSlug }, villageCode: chosen, month: { gte: from, lte: month } },
      select: { month: true, figures: true },
    }),
  ]);
  const ofCohort = groups.filter((group) => group.cohortSlug === cohortSlug);
  const group = ofCohort.find((other) => other.villageCode === chosen);
  if (published && villageCode !== undefined && !group) return null;
  const byMonth = new Map(past.map((row) => [row.month, row.figures as GroupFigures | null]));
  const figures = group?.figures ?? null;
  return {
    published: { at: published?.publishedAt ?? null },
    figures,
    byVillage: ofCohort
      .filter((other) => other.villageCode !== WHOLE)
      .map((other) => ({ key: other.villageCode, name: other.villageName ?? '', figures: other.figures })),
    byCohort: groups
      .filter((other) => other.villageCode === WHOLE)
      .map((other) => ({ key: other.cohortSlug, name: '', figures: other.figures })),
    series: figures ? publishedSeries(byMonth, from) : [],
  };
}

export interface PublishedRow {
  readonly month: string;
  readonly cohortSlug: string;
  readonly villageCode: string;
  readonly villageName: string | null;
  readonly figures: GroupFigures | null;
  readonly bands: Bands | null;
}

/** By month; in it the whole cohort first, then its villages by name. */
export function listPublishedGroups(
  db: Reader,
  { cohortSlug, from, until }: { cohortSlug?: string; from: string; until: string },
): Promise<PublishedRow[]> {
  return db.$queryRaw<PublishedRow[]>`
    select g.month, c.slug as "cohortSlug", g."villageCode", a.name as "villageName", g.figures, g.bands
    from "PublishedGroup" g join "Cohort" c on c.id = g."cohortId" left join "Area" a on a.code = g."villageCode"
    where g.month between ${from} and ${until} and (${cohortSlug ?? null}::text is null or c.slug = ${cohortSlug ?? null})
    order by g.month, c."startsOn", g."villageCode" <> ${WHOLE}, a.name nulls first`;
}
