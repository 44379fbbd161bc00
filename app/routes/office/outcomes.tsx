// /dinsos/hasil: what happened to incomes, per cohort, village and month, with interval, n and three sources side by side.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/domain/access/actor.ts';
import { addMonths, formatMonth, monthOf } from '#app/domain/dates.ts';
import { formatRupiah } from '#app/domain/money.ts';
import type { GroupFigures } from '#app/domain/outcomes/outcome-figures.ts';
import { findCohortOutcomes, SERIES_MONTHS } from '#app/domain/outcomes/outcome-queries.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { readLanguage } from '#app/server/language.server.ts';
import { readOutcomeFilter, toQuery } from '#app/server/outcome-filter.server.ts';
import { type Text, textOf } from '#app/text/text.ts';
import { StageBar } from '#app/ui/charts/stage-bar.tsx';
import { GroupTable } from '#app/ui/outcomes/group-table.tsx';
import { HeadlineFigures, Linked, type RowsLink } from '#app/ui/outcomes/headline-figures.tsx';
import { OutcomeFilter } from '#app/ui/outcomes/outcome-filter.tsx';
import { ProfitSection } from '#app/ui/outcomes/profit-section.tsx';
import { href } from '#app/urls.ts';

export const meta = () => [{ title: 'Hasil pendapatan · Dinsos' }];

export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const actor = await requireActor(args, 'office/outcomes');
  const { language } = readLanguage(request);
  const filter = await readOutcomeFilter(request, context);
  if (!filter) return { language, view: null };
  const outcomes = await findCohortOutcomes(context.db, actor, filter);
  if (!outcomes) throw new Response(null, { status: 404 });
  const last = addMonths(monthOf(context.now()), -1);
  const months = Array.from({ length: SERIES_MONTHS }, (_, index) => addMonths(last, -index));
  return { language, view: { outcomes, filter, query: toQuery(filter), months, seesNames: can(actor, 'person.read') } };
}

export default function OutcomesPage() {
  const { language, view } = useLoaderData<typeof loader>();
  const { outcome: text, form } = textOf(language);
  if (!view) {
    return (
      <section className="grid gap-4">
        <h1 className="text-2xl">{text.title}</h1>
        <p>{text.empty}</p>
        <p>
          <a className="button" href={href('officeCohorts')}>
            {text.cohort}
          </a>
        </p>
      </section>
    );
  }
  const { outcomes, filter, query, months, seesNames } = view;
  const { figures } = outcomes;
  const rows = (extra: Record<string, string | undefined>) =>
    seesNames ? href('officeOutcomeRows', undefined, { ...query, ...extra }) : null;
  return (
    <>
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h1 className="text-2xl">{text.title}</h1>
        <p className="text-soft">
          {outcomes.cohort.name} · {formatMonth(outcomes.month)} · {text.basis}
        </p>
      </header>
      <OutcomeFilter {...outcomes} months={months} chosen={filter} text={text} formText={form} />
      {figures ? (
        <>
          <HeadlineFigures figures={figures} text={text} linkTo={(ukuran) => rows({ ukuran })} />
          <Sources figures={figures} text={text} linkTo={(ukuran) => rows({ ukuran })} />
        </>
      ) : (
        <p>{text.hiddenNote}</p>
      )}
      <div className="grid gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        {figures ? (
          <ProfitSection outcomes={outcomes} text={text} download={href('officeOutcomesCsv', undefined, query)} />
        ) : null}
        <div className="grid min-w-0 content-start gap-3">
          <GroupTable
            caption={text.byVillage}
            groups={outcomes.byVillage}
            columns={['graduates', 'answered', 'profit']}
            text={text}
            linkTo={(kelurahan, ukuran) => (kelurahan ? rows({ kelurahan, ukuran }) : null)}
          />
          <p className="text-sm text-soft">{text.hiddenNote}</p>
        </div>
      </div>
      {figures ? (
        <section className="grid gap-3">
          <h2 className="text-xl">{text.stages}</h2>
          <StageBar stages={figures.stages} text={text} linkTo={(ukuran) => rows({ ukuran })} />
        </section>
      ) : null}
      <div className="grid min-w-0 gap-2">
        <GroupTable
          caption={text.byCohort}
          groups={outcomes.byCohort}
          columns={['graduates', 'active', 'verified', 'recorded', 'reported', 'change']}
          text={text}
          linkTo={(angkatan, ukuran) => rows({ angkatan, kelurahan: undefined, ukuran })}
        />
        <p className="text-sm text-soft">{text.activeHint}</p>
      </div>
    </>
  );
}

function Sources({ figures, text, linkTo }: { figures: GroupFigures; text: Text['outcome']; linkTo: RowsLink }) {
  return (
    <section className="grid gap-2">
      <dl className="grid gap-3 sm:grid-cols-3">
        {(['verified', 'recorded', 'reported'] as const).map((source) => (
          <div key={source}>
            <dt className="text-sm text-soft">{text[source]}</dt>
            <dd className="text-lg tabular-nums">
              <Linked to={linkTo(source)}>{formatRupiah(figures[`${source}Rupiah`])}</Linked>
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-sm text-soft">{text.sources}</p>
    </section>
  );
}
