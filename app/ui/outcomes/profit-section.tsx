// The chart of profit by month, said in a sentence, drawn twice (phone and desk), and given as a table.
import { formatMonth } from '#app/domain/dates.ts';
import type { CohortOutcomes } from '#app/domain/outcomes/outcome-queries.server.ts';
import type { SeriesPoint } from '#app/domain/outcomes/outcome-series.ts';
import type { Cell } from '#app/domain/published-cells.ts';
import { type Language, type Text, textOf } from '#app/text/text.ts';
import { ScrollRegion } from '#app/ui/parts/scroll-region.tsx';
import { type ChartPoint, type ChartRule, ProfitChart } from '../charts/profit-chart.tsx';
import { sayCount, sayThousands, sayValue } from './figure-words.ts';

type Outcomes = Pick<CohortOutcomes, 'series' | 'benchmarks' | 'ramadans' | 'month'>;

export function ProfitSection({
  outcomes,
  language,
  download,
}: {
  outcomes: Outcomes;
  language: Language;
  download: string;
}) {
  const { outcome: text } = textOf(language);
  const { series, ramadans } = outcomes;
  const title = sentenceOf(series, text);
  const chart = {
    months: series.map((point) => point.month),
    points: series.map(chartPoint),
    rules: rulesOf(outcomes, text),
    ramadans,
    language,
    text: { title: `${title}. ${text.chartNote}`, ramadan: text.ramadan, offScale: text.offScale },
  };
  return (
    <section className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-3">
      <h2 className="text-xl">{title}</h2>
      <p className="text-soft">{text.chartNote}</p>
      <div className="md:hidden print:hidden">
        <ProfitChart {...chart} width={340} height={280} />
      </div>
      <div className="hidden md:block print:block">
        <ProfitChart {...chart} width={720} height={340} />
      </div>
      <details>
        <summary className="min-h-12 cursor-pointer py-3 text-tarum underline">{text.table}</summary>
        <SeriesTable series={series} language={language} />
      </details>
      <p className="no-print">
        <a className="py-3" href={download} download>
          {text.download}
        </a>
      </p>
    </section>
  );
}

/** A month that is unknown or hidden is a gap in the line. */
function chartPoint({ month, profit: { value, interval } }: SeriesPoint): ChartPoint | null {
  if (typeof value !== 'number') return null;
  return { month, median: value, low: interval?.low ?? value, high: interval?.high ?? value };
}

function sentenceOf(series: readonly SeriesPoint[], text: Text['outcome']): string {
  const told = series.flatMap((point, index) =>
    typeof point.profit.value === 'number' ? [{ index, rupiah: point.profit.value }] : [],
  );
  const [first, last] = [told.at(0), told.at(-1)];
  if (!first || !last || first === last || first.rupiah === last.rupiah) return text.chartFlat;
  const say = last.rupiah > first.rupiah ? text.chartRise : text.chartFall;
  return say(sayThousands(first.rupiah, text), sayThousands(last.rupiah, text), last.index - first.index);
}

/** The newest benchmark of each kind that was known in the month shown. */
function rulesOf({ benchmarks, month }: Outcomes, text: Text['outcome']): ChartRule[] {
  return (['poverty_line', 'umk'] as const).flatMap((kind) => {
    const known = benchmarks.filter((line) => line.kind === kind && line.year <= Number(month.slice(0, 4)));
    const newest = known.at(-1);
    return newest ? [{ rupiah: newest.rupiah, label: text[kind](newest.year, sayThousands(newest.rupiah, text)) }] : [];
  });
}

function SeriesTable({ series, language }: { series: readonly SeriesPoint[]; language: Language }) {
  const { outcome: text } = textOf(language);
  const rupiah = (value: Cell | null) => (value === null ? '' : sayValue(value, 'rupiah', text));
  return (
    <ScrollRegion label={text.table}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{text.month}</th>
            {['n', text.profitShort, '95 %', text.verified, text.recorded, text.reported].map((head) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {series.map(({ profit, ...point }) => (
            <tr key={point.month} className="whitespace-nowrap">
              <th scope="row">{formatMonth(point.month, language, 'short')}</th>
              <td className="number">{sayCount(profit.n, text)}</td>
              <td className="number">{rupiah(profit.value)}</td>
              <td className="number">
                {profit.interval ? `${rupiah(profit.interval.low)} – ${rupiah(profit.interval.high)}` : ''}
              </td>
              <td className="number">{rupiah(point.verifiedRupiah)}</td>
              <td className="number">{rupiah(point.recordedRupiah)}</td>
              <td className="number">{rupiah(point.reportedRupiah)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
