// Brings in a participant list: choose the file and what its people are; the next page shows what it would do.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { findCohort } from '#app/domain/cohorts/cohort-queries.server.ts';
import { IMPORT_STAGES, previewImport } from '#app/domain/cohorts/preview-import.server.ts';
import { hashBytes } from '#app/domain/ids.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { formProblem, parseFields } from '#app/server/forms/forms.server.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { readTable } from '#app/services/intake/read-table.ts';
import { textOf } from '#app/text/text.ts';
import { titled } from '#app/ui/frames/page-title.ts';
import { Chips, ErrorSummary, errorOf } from '#app/ui/parts/fields.tsx';
import { href } from '#app/urls.ts';

const schema = z.object({ tahap: z.enum(IMPORT_STAGES, 'notAChoice') });

export const meta = titled((text) => text.participantList.title);

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireActor(args, 'office/import');
  const cohort = await findCohort(args.context.db, viewer, args.params.slug ?? '');
  if (!cohort) throw new Response(null, { status: 404 });
  return { language: readLanguage(args.request).language, name: cohort.name };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'office/import');
  const { db, now, sealer } = args.context;
  const cohort = await findCohort(db, actor, args.params.slug ?? '');
  if (!cohort) throw new Response(null, { status: 404 });
  const form = await args.request.formData();
  const parsed = parseFields(form, schema);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const file = form.get('berkas');
  if (!(file instanceof File)) return data(formProblem('required', 'berkas', parsed.values), { status: 422 });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const table = await readTable(bytes);
  if (!table.ok) return data(formProblem(table.reason, 'berkas', parsed.values), { status: 422 });
  const input = {
    cohortId: cohort.id,
    stage: parsed.value.tahap,
    fileName: file.name,
    fileHash: hashBytes(bytes),
    rows: table.rows,
  };
  const previewed = await previewImport(db, { actor, input, now: now(), sealer });
  if (previewed.ok) return redirect(href('officeImportReview', { id: previewed.value.importId }));
  const code = previewed.code === 'conflict' ? 'listKnown' : previewed.code;
  return data(formProblem(code, previewed.field, parsed.values), { status: code === 'listKnown' ? 409 : 422 });
}

export default function Import() {
  const { language, name } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { participantList: words, form: text } = textOf(language);
  const error = errorOf(problem, 'berkas', text);
  return (
    <>
      <h1 className="text-2xl">{words.heading(name)}</h1>
      <p className="max-w-2xl">{words.lead}</p>
      <form method="post" encType="multipart/form-data" className="grid max-w-xl gap-5">
        <ErrorSummary problem={problem} text={text} />
        <div className="grid gap-1">
          <label htmlFor="berkas" className="font-semibold">
            {words.file}
          </label>
          <input
            id="berkas"
            name="berkas"
            type="file"
            accept=".xlsx,.csv"
            required
            className="input"
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? 'berkas-error' : undefined}
          />
          {error ? (
            <p id="berkas-error" className="font-semibold text-mengkudu">
              {error}
            </p>
          ) : null}
        </div>
        <Chips
          name="tahap"
          label={words.content}
          options={[
            ['graduated', words.graduated],
            ['waitlisted', words.waitlisted],
          ]}
          initial="graduated"
          problem={problem}
          text={text}
        />
        <button type="submit" className="button">
          {words.check}
        </button>
      </form>
    </>
  );
}
