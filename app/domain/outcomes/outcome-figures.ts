// The figures of a group of graduates in one month, from one row per woman. Pure: the page, the table and the tests call the same function.
import { addMonths, monthsBetween } from '../dates.ts';
import type { Cell } from '../published-cells.ts';
import { businessStage, type MonthFact, STAGES, type Stage } from './business-stage.ts';
import type { GraduateRow } from './outcome-sources.server.ts';
import { randomFrom } from './random-generator.ts';
import { bootstrapMedianInterval, type Interval, median, medianInterval, wilsonInterval } from './statistics.ts';

/** Goes up when a figure is computed in another way. */
export const DEFINITION_VERSION = 1;
/** Below this many answers a figure is too thin to judge by. */
export const FEWEST_TO_JUDGE = 20;
/** Kept with the definition, so that an interval can be computed again. */
const BOOTSTRAP_SEED = 20190424;
/** Better off: profit more than a tenth above the baseline. */
const BETTER_BY = 1.1;

/** `value` null: nobody told us. Rupiah, or a share from 0 to 1. `n` = women behind it. */
export interface Figure<Shown extends Cell = Cell> {
  readonly value: Shown | null;
  readonly interval: Interval | null;
  readonly n: Shown;
}

/** As they are (`GroupFigures<number>`), or as somebody sees them who may not know the women: some cells hidden. */
export interface GroupFigures<Shown extends Cell = Cell> {
  readonly graduates: Shown;
  readonly answered: Shown;
  readonly profit: Figure<Shown>;
  readonly change: Figure<Shown>;
  readonly betterOff: Figure<Shown>;
  readonly response: Figure<Shown>;
  /** Verified sales over reported takings, of the women who answered; null where no takings were told. */
  readonly verifiedShare: Shown | null;
  /** Three sources side by side, whole rupiah; never added together. */
  readonly verifiedRupiah: Shown;
  readonly recordedRupiah: Shown;
  readonly reportedRupiah: Shown;
  readonly stages: Readonly<Record<Stage, Shown>>;
}

export function stageOf(row: GraduateRow, month: string): Stage {
  const known = new Map((row.months ?? []).map((tuple) => [tuple[0], tuple]));
  const first = row.graduatedOn.toISOString().slice(0, 7);
  const facts = Array.from({ length: monthsBetween(first, month) + 1 }, (_, index): MonthFact => {
    const at = addMonths(first, index);
    const [, hasSale = null, saysClosed = false, backOn = null, profitRupiah = null] = known.get(at) ?? [];
    return { month: at, hasSale, saysClosed, backOn, profitRupiah };
  });
  return businessStage(facts, { hasPaidHelper: row.hasPaidHelper });
}

/** Profit now less income before the course, at current prices; null unless both are known. */
export function changeOf(row: Pick<GraduateRow, 'reportedProfitRupiah' | 'baselineRupiah'>): number | null {
  if (row.reportedProfitRupiah === null || row.baselineRupiah === null) return null;
  return row.reportedProfitRupiah - row.baselineRupiah;
}

/** All figures of `rows` in `month`. The bootstrap is asked for by name: it costs about 20 ms for a hundred women. */
export function figuresOf(
  rows: readonly GraduateRow[],
  { month, withBootstrap = false }: { month: string; withBootstrap?: boolean },
): GroupFigures<number> {
  const answered = rows.filter((row) => row.reportedSold !== null).length;
  const profits = rows.flatMap((row) => row.reportedProfitRupiah ?? []);
  const changes = rows.flatMap((row) => changeOf(row) ?? []);
  const changeInterval = withBootstrap ? bootstrapMedianInterval(changes, randomFrom(BOOTSTRAP_SEED)) : null;
  const withTakings = rows.filter((row) => row.reportedTakingsRupiah !== null);
  const takings = sum(withTakings, 'reportedTakingsRupiah');
  return {
    graduates: rows.length,
    answered,
    profit: { value: median(profits), interval: medianInterval(profits), n: profits.length },
    change: { value: median(changes), interval: changeInterval, n: changes.length },
    betterOff: shareFigure(rows.filter(isBetterOff).length, changes.length),
    response: shareFigure(answered, rows.length),
    verifiedShare: share(sum(withTakings, 'verifiedRupiah'), takings),
    verifiedRupiah: sum(rows, 'verifiedRupiah'),
    recordedRupiah: sum(rows, 'recordedSalesRupiah'),
    reportedRupiah: takings,
    stages: countStages(rows, month),
  };
}

function countStages(rows: readonly GraduateRow[], month: string): Record<Stage, number> {
  const stages = Object.fromEntries(STAGES.map((stage) => [stage, 0])) as Record<Stage, number>;
  for (const row of rows) stages[stageOf(row, month)] += 1;
  return stages;
}

export function isBetterOff({ reportedProfitRupiah, baselineRupiah }: GraduateRow): boolean {
  if (reportedProfitRupiah === null || baselineRupiah === null) return false;
  return reportedProfitRupiah > baselineRupiah * BETTER_BY;
}

export function shareFigure(part: number, whole: number): Figure<number> {
  return { value: share(part, whole), interval: wilsonInterval(part, whole), n: whole };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function sum(rows: readonly GraduateRow[], key: 'verifiedRupiah' | 'recordedSalesRupiah' | 'reportedTakingsRupiah') {
  return rows.reduce((total, row) => total + (row[key] ?? 0), 0);
}
