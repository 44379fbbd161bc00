// All cohorts, the newest first; who may bring lists in can open a new one.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listCohorts } from '#app/domain/cohorts/cohort-queries.server.ts';
import { formatDay, fromDateColumn } from '#app/domain/dates.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { STAGE_WORDS } from '#app/ui/person-parts.tsx';
import { href } from '#app/urls.ts';

export const meta: MetaFunction = () => [{ title: 'Angkatan · Keset Kita' }];

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'office/cohort-list');
  const cohorts = await listCohorts(args.context.db);
  return cohorts.map(({ slug, name, venue, startsOn, capacity, stages }) => ({
    slug,
    name,
    venue,
    capacity,
    stages,
    startsOn: formatDay(fromDateColumn(startsOn)),
  }));
}

export default function CohortList() {
  const cohorts = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="text-2xl">Angkatan</h1>
      <ul className="grid gap-2">
        {cohorts.map((cohort) => (
          <li key={cohort.slug} className="border-t border-line py-3">
            <a href={href('officeCohort', { slug: cohort.slug })} className="text-lg font-semibold">
              {cohort.name}
            </a>
            <p className="text-soft">
              {cohort.startsOn}, {cohort.venue}, {cohort.capacity} tempat
            </p>
            <p>
              {Object.entries(cohort.stages)
                .map(([stage, count]) => `${count} ${STAGE_WORDS[stage] ?? stage}`)
                .join(', ') || 'Belum ada peserta'}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
