// /dinsos/hasil.csv: the months of a cohort by pseudonym, for a spreadsheet.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { addMonths } from '#app/domain/dates.ts';
import { SERIES_MONTHS } from '#app/domain/outcomes/outcome-series.ts';
import { writeOutcomeTable } from '#app/domain/outcomes/outcome-table.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { readOutcomeFilter } from '#app/server/forms/outcome-filter.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const actor = await requireActor(args, 'office/outcomes-csv');
  const filter = await readOutcomeFilter(request, actor, context);
  if (!filter) throw new Response(null, { status: 404 });
  const { cohortSlug, month: until } = filter;
  const csv = await writeOutcomeTable(context.db, actor, {
    cohortSlug,
    from: addMonths(until, 1 - SERIES_MONTHS),
    until,
    sealer: context.sealer,
  });
  if (csv === null) throw new Response(null, { status: 404 });
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="hasil-${cohortSlug.replace(/[^a-z0-9-]/g, '')}-${until}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
}
