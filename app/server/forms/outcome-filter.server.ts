// Reads the choice of an outcome page from its address: `?angkatan=&kelurahan=&bulan=`.
import { addMonths, monthOf } from '#app/domain/dates.ts';
import { findFirstCohortSlug, type OutcomeFilter } from '#app/domain/outcomes/outcome-queries.server.ts';
import type { RequestContext } from '#app/server/context.ts';
import { readMonth } from './month-parameter.server.ts';

/** The last full month and the first cohort where nothing else is asked for; the month under way can be asked for by name. Null while there is no cohort. */
export async function readOutcomeFilter(request: Request, context: RequestContext): Promise<OutcomeFilter | null> {
  const query = new URL(request.url).searchParams;
  const cohortSlug = query.get('angkatan') || (await findFirstCohortSlug(context.db));
  if (!cohortSlug) return null;
  const current = monthOf(context.now());
  const month = readMonth(request, current, addMonths(current, -1));
  const villageCode = query.get('kelurahan') || undefined;
  return { cohortSlug, month, ...(villageCode ? { villageCode } : {}) };
}

export function toQuery({ cohortSlug, villageCode, month }: OutcomeFilter): Record<string, string | undefined> {
  return { angkatan: cohortSlug, kelurahan: villageCode, bulan: month };
}
