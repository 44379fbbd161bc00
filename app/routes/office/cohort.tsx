// One cohort: its members (names only for those who may open files) and the way to bring in a list.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/domain/access/actor.ts';
import { findCohort } from '#app/domain/cohorts/cohort-queries.server.ts';
import { formatRupiah } from '#app/domain/money.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { type Text, textFor, textOf } from '#app/text/text.ts';
import { titled } from '#app/ui/frames/page-title.ts';
import { ScrollRegion } from '#app/ui/parts/scroll-region.tsx';
import { href } from '#app/urls.ts';

export const meta = titled((text) => text.cohort.title);

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireActor(args, 'office/cohort');
  const cohort = await findCohort(args.context.db, viewer, args.params.slug ?? '');
  if (!cohort) throw new Response(null, { status: 404 });
  return {
    language: readLanguage(args.request).language,
    slug: cohort.slug,
    name: cohort.name,
    mayImport: can(viewer, 'cohort.import'),
    members:
      cohort.members?.map(({ person, stage, baseline }) => ({
        id: person.id,
        name: person.name,
        village: person.area?.name ?? '–',
        hasShop: person.shop !== null,
        stage,
        baseline: baseline ? (baseline.incomeRupiah ?? baseline.incomeAsWritten) : null,
      })) ?? null,
  };
}

export default function Cohort() {
  const { language, slug, name, mayImport, members } = useLoaderData<typeof loader>();
  const { cohort: words } = textOf(language);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-2xl">{name}</h1>
        <p className="flex flex-wrap gap-3">
          <a className="button button-quiet" href={href('officeOutcomes', undefined, { angkatan: slug })}>
            {words.outcomes}
          </a>
          {mayImport ? (
            <a className="button" href={href('officeImport', { slug })}>
              {words.importList}
            </a>
          ) : null}
        </p>
      </div>
      {members === null ? <p>{words.noNames}</p> : null}
      {members?.length === 0 ? <p>{words.empty}</p> : null}
      {members && members.length > 0 ? <MemberTable members={members} words={words} /> : null}
    </>
  );
}

type Members = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['members']>;

function MemberTable({ members, words }: { members: Members; words: Text['cohort'] }) {
  return (
    <ScrollRegion label={words.participants}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.participant}</th>
            <th scope="col">{words.village}</th>
            <th scope="col">{words.stage}</th>
            <th scope="col">{words.shop}</th>
            <th scope="col" className="number">
              {words.baseline}
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.id}>
              <th scope="row">
                <a href={href('officePerson', { id: member.id })}>{member.name}</a>
              </th>
              <td>{member.village}</td>
              <td>{textFor(words.stages, member.stage)}</td>
              <td>{member.hasShop ? words.shopOpen : '–'}</td>
              <td className="number">
                {typeof member.baseline === 'number' ? formatRupiah(member.baseline) : (member.baseline ?? '–')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
