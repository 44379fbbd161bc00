// /dinsos/hasil: what happened to incomes, per cohort, village and month, with interval, n and three sources side by side.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/domain/access/actor.ts';
import { addMonths, formatMonth, monthOf } from '#app/domain/dates.ts';
import { findCohortOutcomes } from '#app/domain/outcomes/outcome-queries.server.ts';
import { type Group, SERIES_MONTHS } from '#app/domain/outcomes/outcome-series.ts';
import { nextPublication } from '#app/domain/outcomes/publication-days.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { newestMonth, readOutcomeFilter, toQuery } from '#app/server/forms/outcome-filter.server.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { type Text, textOf } from '#app/text/text.ts';
import { StageBar } from '#app/ui/charts/stage-bar.tsx';
import { titled } from '#app/ui/frames/page-title.ts';
import { GroupTable } from '#app/ui/outcomes/group-table.tsx';
import { HeadlineFigures, SourceFigures } from '#app/ui/outcomes/headline-figures.tsx';
import { OutcomeFilter } from '#app/ui/outcomes/outcome-filter.tsx';
import { ProfitSection } from '#app/ui/outcomes/profit-section.tsx';
import { PublicationNote } from '#app/ui/outcomes/publication-note.tsx';
import { href } from '#app/urls.ts';

export const meta = titled((text) => text.outcome.title);

export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const actor = await requireActor(args, 'office/outcomes');
  const { language } = readLanguage(request);
  const filter = await readOutcomeFilter(request, actor, context);
  if (!filter) return { language, view: null };
  const outcomes = await findCohortOutcomes(context.db, actor, filter);
  if (!outcomes) throw new Response(null, { status: 404 });
  const now = context.now();
  const newest = newestMonth(actor, now);
  const months = Array.from({ length: SERIES_MONTHS }, (_, index) => addMonths(newest, -index));
  const next = outcomes.published ? nextPublication(now) : null;
  const seesNames = can(actor, 'person.read');
  return { language, view: { outcomes, filter, query: toQuery(filter), months, now: monthOf(now), next, seesNames } };
}

export default function OutcomesPage() {
  const { language, view } = useLoaderData<typeof loader>();
  const { outcome: text } = textOf(language);
  if (!view) return <NoCohort text={text} />;
  const { outcomes, filter, query, months, now, next, seesNames } = view;
  const { figures } = outcomes;
  const rows: RowsTo = (extra) => (seesNames ? href('officeOutcomeRows', undefined, { ...query, ...extra }) : null);
  return (
    <>
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h1 className="text-2xl">{text.title}</h1>
        <p className="text-soft">
          {outcomes.cohort.name} · {formatMonth(outcomes.month, language)} · {text.basis}
        </p>
      </header>
      <OutcomeFilter {...outcomes} months={months} now={now} chosen={filter} language={language} />
      {outcomes.published && next ? (
        <PublicationNote at={outcomes.published.at} month={outcomes.month} next={next} language={language} />
      ) : null}
      {figures ? (
        <>
          <HeadlineFigures figures={figures} text={text} linkTo={(ukuran) => rows({ ukuran })} />
          <SourceFigures figures={figures} text={text} linkTo={(ukuran) => rows({ ukuran })} />
        </>
      ) : (
        <NoFigures published={outcomes.published} text={text} />
      )}
      <div className="grid gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        {figures ? (
          <ProfitSection
            outcomes={outcomes}
            language={language}
            download={href('officeOutcomesCsv', undefined, query)}
          />
        ) : null}
        <Villages groups={outcomes.byVillage} text={text} rows={rows} />
      </div>
      {figures ? (
        <section className="grid gap-3">
          <h2 className="text-xl">{text.stages}</h2>
          <StageBar {...figures} text={text} linkTo={(ukuran) => rows({ ukuran })} />
        </section>
      ) : null}
      <Cohorts groups={outcomes.byCohort} text={text} rows={rows} />
    </>
  );
}

/** Address of the women behind a figure, or null for who may not see names. */
type RowsTo = (extra: Record<string, string | undefined>) => string | null;
type TableProps = { groups: readonly Group[]; text: Text['outcome']; rows: RowsTo };

function NoCohort({ text }: { text: Text['outcome'] }) {
  return (
    <section className="grid justify-items-start gap-4">
      <h1 className="text-2xl">{text.title}</h1>
      <p>{text.empty}</p>
      <a className="button" href={href('officeCohorts')}>
        {text.cohort}
      </a>
    </section>
  );
}

/** A month that is not published says so already. */
function NoFigures({ published, text }: { published: { at: Date | null } | null; text: Text['outcome'] }) {
  if (published && !published.at) return null;
  return <p>{published ? `${text.hidden}: ${text.hiddenWhy}` : text.unknownFigure}</p>;
}

function Villages({ groups, text, rows }: TableProps) {
  if (groups.length === 0) return null;
  return (
    <GroupTable
      caption={text.byVillage}
      groups={groups}
      columns={['graduates', 'answered', 'profit']}
      text={text}
      linkTo={(kelurahan, ukuran) => (kelurahan ? rows({ kelurahan, ukuran }) : null)}
    />
  );
}

function Cohorts({ groups, text, rows }: TableProps) {
  if (groups.length === 0) return null;
  return (
    <div className="grid min-w-0 gap-2">
      <GroupTable
        caption={text.byCohort}
        groups={groups}
        columns={['graduates', 'active', 'verified', 'recorded', 'reported', 'change']}
        text={text}
        linkTo={(angkatan, ukuran) => rows({ angkatan, kelurahan: undefined, ukuran })}
      />
      <p className="text-sm text-soft">{text.activeHint}</p>
    </div>
  );
}
