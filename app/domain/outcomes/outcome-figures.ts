// The figures of a group of graduates in one month, from one row per woman. Pure: the page, the table and the tests call the same function.
import { addMonths, monthsBetween } from '../dates.ts';
import { businessStage, type MonthFact, STAGES, type Stage } from './business-stage.ts';
import type { GraduateRow } from './outcome-sources.server.ts';
import { randomFrom } from './random-generator.ts';
import { bootstrapMedianInterval, type Interval, median, medianInterval, wilsonInterval } from './statistics.ts';

/** A group smaller than this is not shown: a woman could be recognised. */
export const SMALLEST_CELL = 5;
/** Below this many answers a figure is too thin to judge by. */
export const FEWEST_TO_JUDGE = 20;
/** Kept with the definition, so that an interval can be computed again. */
export const BOOTSTRAP_SEED = 20190424;
/** Better off: profit more than a tenth above the baseline. */
const BETTER_BY = 1.1;

/** `value` null: nobody told us, or too few to show. Rupiah, or a share from 0 to 1. `n` = women behind it. */
export interface Figure {
  readonly value: number | null;
  readonly interval: Interval | null;
  readonly n: number;
}

export interface GroupFigures {
  readonly graduates: number;
  readonly answered: number;
  readonly profit: Figure;
  readonly change: Figure;
  readonly betterOff: Figure;
  readonly response: Figure;
  /** Verified sales over reported takings, of the women who answered; null where no takings were told. */
  readonly verifiedShare: number | null;
  /** Three sources side by side, whole rupiah; never added together. */
  readonly verifiedRupiah: number;
  readonly recordedRupiah: number;
  readonly reportedRupiah: number;
  readonly stages: Readonly<Record<Stage, number>>;
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
): GroupFigures {
  const told = rows.filter((row) => row.reportedSold !== null);
  const profits = rows.flatMap((row) => row.reportedProfitRupiah ?? []);
  const changes = rows.flatMap((row) => changeOf(row) ?? []);
  const better = rows.filter(isBetterOff).length;
  const withTakings = rows.filter((row) => row.reportedTakingsRupiah !== null);
  const takings = sum(withTakings, 'reportedTakingsRupiah');
  const stages = Object.fromEntries(STAGES.map((stage) => [stage, 0])) as Record<Stage, number>;
  for (const row of rows) stages[stageOf(row, month)] += 1;
  return {
    graduates: rows.length,
    answered: told.length,
    profit: figure(median(profits), medianInterval(profits), profits.length),
    change: figure(
      median(changes),
      withBootstrap ? bootstrapMedianInterval(changes, randomFrom(BOOTSTRAP_SEED)) : null,
      changes.length,
    ),
    betterOff: figure(share(better, changes.length), wilsonInterval(better, changes.length), changes.length),
    response: figure(share(told.length, rows.length), wilsonInterval(told.length, rows.length), rows.length),
    verifiedShare: withTakings.length < SMALLEST_CELL ? null : share(sum(withTakings, 'verifiedRupiah'), takings),
    verifiedRupiah: sum(rows, 'verifiedRupiah'),
    recordedRupiah: sum(rows, 'recordedSalesRupiah'),
    reportedRupiah: takings,
    stages,
  };
}

function isBetterOff({ reportedProfitRupiah, baselineRupiah }: GraduateRow): boolean {
  if (reportedProfitRupiah === null || baselineRupiah === null) return false;
  return reportedProfitRupiah > baselineRupiah * BETTER_BY;
}

function figure(value: number | null, interval: Interval | null, n: number): Figure {
  return n < SMALLEST_CELL ? { value: null, interval: null, n } : { value, interval, n };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function sum(rows: readonly GraduateRow[], key: 'verifiedRupiah' | 'recordedSalesRupiah' | 'reportedTakingsRupiah') {
  return rows.reduce((total, row) => total + (row[key] ?? 0), 0);
}

export interface Group {
  readonly key: string;
  readonly name: string;
  /** Null: hidden, because it or the cell it could be computed from is too small. */
  readonly figures: GroupFigures | null;
}

/**
 * Groups under five women are hidden, and then the next smallest too, until at least two are and hold five women together: the
 * total less what is shown must tell of nobody (complementary suppression).
 */
export function hiddenGroups(sizes: readonly (readonly [key: string, women: number])[]): ReadonlySet<string> {
  const bySize = sizes.toSorted((a, b) => a[1] - b[1]);
  const hidden = new Set<string>();
  let women = 0;
  for (const [key, size] of bySize) {
    const isSafe = hidden.size === 0 || (hidden.size >= 2 && women >= SMALLEST_CELL);
    if (size >= SMALLEST_CELL && isSafe) break;
    hidden.add(key);
    women += size;
  }
  return hidden;
}

/** Figures per group; those of a hidden one are null. */
export function splitFigures(
  rows: readonly GraduateRow[],
  { month, by }: { month: string; by: (row: GraduateRow) => readonly [key: string, name: string] },
): Group[] {
  const groups = new Map<string, { name: string; rows: GraduateRow[] }>();
  for (const row of rows) {
    const [key, name] = by(row);
    const group = groups.get(key) ?? { name, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  const hidden = hiddenGroups([...groups].map(([key, group]) => [key, group.rows.length]));
  return [...groups]
    .map(([key, group]) => ({
      key,
      name: group.name,
      figures: hidden.has(key) ? null : figuresOf(group.rows, { month }),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'id'));
}
