// Every part of the screen with sample values, for who builds the site; in demonstration and development only. `?tampil=gelap` is dark.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireDemonstration } from '#app/server/access/demonstration.server.ts';
import { textOf } from '#app/text/text.ts';
import { CheckInForm } from '#app/ui/business/check-in-form.tsx';
import { NO_INDEX } from '#app/ui/frames/page-title.ts';
import { ErrorNotice } from '#app/ui/parts/error-screen.tsx';
import { FieldParts } from '#app/ui/specimens/field-parts.tsx';
import { FigureParts } from '#app/ui/specimens/figure-parts.tsx';
import { OrderParts } from '#app/ui/specimens/order-parts.tsx';
import { Specimen } from '#app/ui/specimens/specimen.tsx';
import { href } from '#app/urls.ts';

/** The parts are shown with their Indonesian words; the pages themselves speak both languages. */
export const handle = { language: 'id' } as const;

const LOOKS = { terang: 'scheme-light', gelap: 'scheme-dark' } as const;

export const meta: MetaFunction = () => [{ title: 'Bagian layar · Keset Kita' }, NO_INDEX];

export async function loader(args: LoaderFunctionArgs) {
  await requireDemonstration(args, 'machine/parts');
  const asked = new URL(args.request.url).searchParams.get('tampil');
  const look: keyof typeof LOOKS | null = asked === 'terang' || asked === 'gelap' ? asked : null;
  return { look };
}

export default function Parts() {
  const { look } = useLoaderData<typeof loader>();
  const text = textOf('id');
  return (
    <div className={`min-h-dvh bg-paper text-ink ${look ? LOOKS[look] : ''}`}>
      <main className="mx-auto grid max-w-5xl gap-12 px-4 py-6">
        <header className="grid gap-3">
          <h1 className="text-2xl">Bagian layar</h1>
          <nav aria-label="Tampilan" className="flex flex-wrap gap-3">
            {(['terang', 'gelap'] as const).map((name) => (
              <a
                key={name}
                href={href('systemUi', undefined, { tampil: name })}
                className="chip"
                aria-current={name === look ? 'page' : undefined}
              >
                {name}
              </a>
            ))}
          </nav>
        </header>
        <FieldParts />
        <OrderParts />
        <FigureParts />
        <Specimen name="CheckInForm">
          <div className="max-w-2xl">
            <CheckInForm month="2026-10" language="id" problem={undefined} isCorrection asksMode />
          </div>
        </Specimen>
        <Specimen name="ErrorNotice">
          {[403, 404, 429, 500].map((status) => (
            <ErrorNotice key={status} status={status} text={text.screen} />
          ))}
        </Specimen>
        <Specimen name="Belum ada apa-apa">
          <p>{text.listing.none}</p>
          <p>{text.visit.calm}</p>
          <p>{text.cohort.none}</p>
          <p>{text.finance.allRead}</p>
          <p>{text.outcome.empty}</p>
        </Specimen>
      </main>
    </div>
  );
}
