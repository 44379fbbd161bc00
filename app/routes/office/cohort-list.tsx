// All cohorts, the newest first; who may bring lists in can open a new one.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { can } from '#app/domain/access/actor.ts';
import { listCohorts } from '#app/domain/cohorts/cohort-queries.server.ts';
import { cohortSchema } from '#app/domain/cohorts/cohort-schemas.ts';
import { createCohort } from '#app/domain/cohorts/create-cohort.server.ts';
import { formatDay, fromDateColumn } from '#app/domain/dates.ts';
import { type Cell, HIDDEN } from '#app/domain/published-cells.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { type FormProblem, formProblem, parseForm } from '#app/server/forms/forms.server.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { type Text, textFor, textOf } from '#app/text/text.ts';
import { titled } from '#app/ui/frames/page-title.ts';
import { ErrorSummary, TextField } from '#app/ui/parts/fields.tsx';
import { href } from '#app/urls.ts';

export const meta = titled((text) => text.cohort.title);

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireActor(args, 'office/cohort-list');
  const { language } = readLanguage(args.request);
  const found = await listCohorts(args.context.db, viewer);
  const cohorts = found.map(({ slug, name, venue, startsOn, capacity, stages }) => ({
    slug,
    name,
    venue,
    capacity,
    stages,
    startsOn: formatDay(fromDateColumn(startsOn), language),
  }));
  const isPublished = !can(viewer, 'person.read') && !can(viewer, 'cohort.import');
  return { language, cohorts, isPublished, mayCreate: can(viewer, 'cohort.import') };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'office/cohort-list');
  const form = await parseForm(args.request, cohortSchema);
  if (!form.ok) return data(form, { status: 422 });
  const { nama, keterampilan, tempat, mulai, selesai, tempatDuduk } = form.value;
  const created = await createCohort(args.context.db, {
    actor,
    now: args.context.now(),
    input: { name: nama, skill: keterampilan, venue: tempat, startsOn: mulai, endsOn: selesai, capacity: tempatDuduk },
  });
  if (created.ok) return redirect(href('officeCohort', { slug: created.value.slug }));
  if (created.code === 'forbidden') throw new Response(null, { status: 403 });
  return data(formProblem('nameTaken', 'nama', form.values), { status: 409 });
}

export default function CohortList() {
  const { language, cohorts, isPublished, mayCreate } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const text = textOf(language);
  const { cohort: words } = text;
  return (
    <>
      <h1 className="text-2xl">{words.title}</h1>
      {isPublished ? <p className="max-w-2xl text-sm text-soft">{words.publishedNote}</p> : null}
      {mayCreate ? <NewCohort problem={problem} text={text} /> : null}
      {cohorts.length === 0 ? <p>{words.none}</p> : null}
      <ul className="grid gap-2">
        {cohorts.map((cohort) => (
          <li key={cohort.slug} className="border-t border-line py-3">
            <a href={href('officeCohort', { slug: cohort.slug })} className="text-lg font-semibold">
              {cohort.name}
            </a>
            <p className="text-soft">
              {cohort.startsOn}, {cohort.venue}, {words.places(cohort.capacity)}
            </p>
            <p>{sayStages(cohort.stages, words)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Hidden stages are not named: some of them nobody is in. */
function sayStages(stages: Readonly<Record<string, Cell>> | null, words: Text['cohort']): string {
  if (stages === null) return words.notPublished;
  const counts = Object.entries(stages);
  const shown = counts.flatMap(([stage, women]) =>
    women === HIDDEN ? [] : [`${women} ${textFor(words.stages, stage)}`],
  );
  const hidden = counts.length > shown.length ? [shown.length > 0 ? words.othersHidden : words.allHidden] : [];
  return [...shown, ...hidden].join(', ') || words.noParticipants;
}

function NewCohort({ problem, text: { cohort: words, form } }: { problem: FormProblem | undefined; text: Text }) {
  const shared = { problem, text: form, required: true };
  return (
    <details open={problem !== undefined} className="max-w-xl rounded border border-line px-4">
      <summary className="min-h-12 cursor-pointer py-3 font-semibold">{words.openNew}</summary>
      <form method="post" className="grid gap-4 pb-4">
        <ErrorSummary problem={problem} text={shared.text} />
        <TextField name="nama" label={words.name} hint={words.nameHint} maxLength={80} {...shared} />
        <TextField name="keterampilan" label={words.skill} initial="keset" maxLength={40} {...shared} />
        <TextField name="tempat" label={words.venue} maxLength={120} {...shared} />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="mulai" label={words.firstDay} type="date" {...shared} />
          <TextField name="selesai" label={words.lastDay} type="date" {...shared} />
        </div>
        <TextField name="tempatDuduk" label={words.capacity} inputMode="numeric" maxLength={4} {...shared} />
        <button type="submit" className="button justify-self-start">
          {words.open}
        </button>
      </form>
    </details>
  );
}
