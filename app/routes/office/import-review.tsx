// What a list would do, row by row: as written beside cleaned, doubts in words, twins to be decided; then confirm or discard.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findImport } from '#app/domain/cohorts/cohort-queries.server.ts';
import { confirmImport, DECISIONS, type Decision } from '#app/domain/cohorts/confirm-import.server.ts';
import { discardImport } from '#app/domain/cohorts/discard-import.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { formProblem } from '#app/server/forms/forms.server.ts';
import { asId } from '#app/server/forms/order-form.server.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { textOf } from '#app/text/text.ts';
import { titled } from '#app/ui/frames/page-title.ts';
import { ImportRows } from '#app/ui/office/import-rows.tsx';
import { ErrorSummary } from '#app/ui/parts/fields.tsx';
import { href } from '#app/urls.ts';

export const meta = titled((text) => text.participantList.reviewTitle);

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'office/import-review');
  const { db, sealer } = args.context;
  const found = await findImport(db, asId(args.params.id), sealer);
  if (!found) throw new Response(null, { status: 404 });
  return {
    language: readLanguage(args.request).language,
    fileName: found.fileName,
    status: found.status,
    cohort: { name: found.cohort.name, slug: found.cohort.slug },
    rows: found.rows,
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'office/import-review');
  const { db, now, sealer } = args.context;
  const importId = asId(args.params.id);
  const form = await args.request.formData();
  const values = Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  if (values.putusan === 'buang') {
    const discarded = await discardImport(db, { actor, input: { importId }, now: now() });
    if (!discarded.ok && discarded.code === 'notFound') throw new Response(null, { status: 404 });
    if (!discarded.ok) return data(formProblem('listSaved', undefined, values), { status: 409 });
    return redirect(href('officeCohorts'));
  }
  const confirmed = await confirmImport(db, {
    actor,
    input: { importId, decisions: readDecisions(values) },
    now: now(),
    sealer,
  });
  if (!confirmed.ok && confirmed.code === 'notFound') throw new Response(null, { status: 404 });
  if (!confirmed.ok)
    return data(formProblem(confirmed.code, confirmed.field, values), {
      status: confirmed.code === 'decisionMissing' ? 422 : 409,
    });
  const found = await findImport(db, importId, sealer);
  return redirect(found ? href('officeCohort', { slug: found.cohort.slug }) : href('officeCohorts'));
}

function readDecisions(values: Readonly<Record<string, string>>): Record<string, Decision> {
  const decisions: Record<string, Decision> = {};
  for (const [name, value] of Object.entries(values)) {
    const decision = DECISIONS.find((known) => known === value);
    if (name.startsWith('baris-') && decision) decisions[name.slice('baris-'.length)] = decision;
  }
  return decisions;
}

export default function ImportReview() {
  const { language, fileName, status, cohort, rows } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { participantList: words, form: text } = textOf(language);
  const count = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
  const doubts = rows.filter((row) => row.remarks.length > 0).length;
  return (
    <form method="post" className="grid gap-6">
      <h1 className="text-2xl wrap-anywhere">{words.reviewHeading(fileName, cohort.name)}</h1>
      <ErrorSummary problem={problem} text={text} />
      <p className="text-lg">{words.summary(rows.length, count('new'), count('known'), count('review'), doubts)}</p>
      {status === 'preview' ? (
        <p className="flex flex-wrap gap-3">
          <button type="submit" name="putusan" value="simpan" className="button">
            {words.save(rows.length)}
          </button>
          <button type="submit" name="putusan" value="buang" className="button button-danger">
            {words.discard}
          </button>
        </p>
      ) : (
        <p>
          {status === 'confirmed' ? words.saved : words.discarded}{' '}
          <a href={href('officeCohort', { slug: cohort.slug })}>{cohort.name}</a>
        </p>
      )}
      <ImportRows rows={rows} problem={problem} isOpen={status === 'preview'} language={language} />
    </form>
  );
}
