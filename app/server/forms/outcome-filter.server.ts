// Reads the choice of an outcome page from its address: `?angkatan=&kelurahan=&bulan=`.
import { type AccountActor, can } from '#app/domain/access/actor.ts';
import { addMonths, monthOf } from '#app/domain/dates.ts';
import { findFirstCohortSlug } from '#app/domain/outcomes/outcome-queries.server.ts';
import type { OutcomeFilter } from '#app/domain/outcomes/outcome-series.ts';
import { lastDueMonth } from '#app/domain/outcomes/publication-days.ts';
import type { RequestContext } from '#app/server/context.ts';
import { readMonth } from './month-parameter.server.ts';

/** The newest month that can be asked for: who may read a woman's file sees the month under way too. */
export function newestMonth(viewer: AccountActor, now: Date): string {
  return can(viewer, 'person.read') ? monthOf(now) : lastDueMonth(now);
}

/** The last full month (or the last one due to be published) and the first cohort where nothing else is asked for. Null while there is no cohort. */
export async function readOutcomeFilter(
  request: Request,
  viewer: AccountActor,
  context: RequestContext,
): Promise<OutcomeFilter | null> {
  const query = new URL(request.url).searchParams;
  const cohortSlug = query.get('angkatan') || (await findFirstCohortSlug(context.db));
  if (!cohortSlug) return null;
  const newest = newestMonth(viewer, context.now());
  const isUnderWay = newest === monthOf(context.now());
  const month = readMonth(request, newest, isUnderWay ? addMonths(newest, -1) : newest);
  const villageCode = query.get('kelurahan') || undefined;
  return { cohortSlug, month, ...(villageCode ? { villageCode } : {}) };
}

export function toQuery({ cohortSlug, villageCode, month }: OutcomeFilter): Record<string, string | undefined> {
  return { angkatan: cohortSlug, kelurahan: villageCode, bulan: month };
}
