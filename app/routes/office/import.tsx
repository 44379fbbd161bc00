// Brings in a participant list: choose the file and what its people are; the next page shows what it would do.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { findCohort } from '#app/domain/cohorts/cohort-queries.server.ts';
import { IMPORT_STAGES, previewImport } from '#app/domain/cohorts/preview-import.server.ts';
import { hashBytes } from '#app/domain/ids.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { formProblem, parseFields } from '#app/server/forms/forms.server.ts';
import { readTable } from '#app/services/intake/read-table.ts';
import { textOf } from '#app/text/text.ts';
import { Chips, ErrorSummary, errorOf } from '#app/ui/parts/fields.tsx';
import { href } from '#app/urls.ts';

const schema = z.object({ tahap: z.enum(IMPORT_STAGES, 'notAChoice') });

export const meta: MetaFunction = () => [{ title: 'Impor daftar · Keset Kita' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireActor(args, 'office/import');
  const cohort = await findCohort(args.context.db, viewer, args.params.slug ?? '');
  if (!cohort) throw new Response(null, { status: 404 });
  return { name: cohort.name, slug: cohort.slug };
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
  const { name } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const text = textOf('id').form;
  const error = errorOf(problem, 'berkas', text);
  return (
    <>
      <h1 className="text-2xl">Impor daftar peserta, {name}</h1>
      <p>
        Kirim daftarnya seperti apa adanya: kop surat, sel gabungan, dan nomor HP yang ditulis macam-macam tidak
        apa-apa. Belum ada yang disimpan sebelum Anda memeriksa hasilnya.
      </p>
      <form method="post" encType="multipart/form-data" className="grid max-w-xl gap-5">
        <ErrorSummary problem={problem} text={text} />
        <div className="grid gap-1">
          <label htmlFor="berkas" className="font-semibold">
            Berkas (.xlsx atau .csv)
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
          label="Isi daftar"
          options={[
            ['graduated', 'Peserta yang lulus'],
            ['waitlisted', 'Daftar tunggu'],
          ]}
          initial="graduated"
          problem={problem}
          text={text}
        />
        <button type="submit" className="button">
          Periksa daftar
        </button>
      </form>
    </>
  );
}
