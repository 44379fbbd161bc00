// The outcome figures of a month as they are published: what of a cohort and of its villages is hidden, and the rest rounded. Pure.
import {
  type Cell,
  countPart,
  HIDDEN,
  hiddenParts,
  innerInterval,
  isPublishable,
  joinParts,
  type Part,
  partOf,
  roundCount,
  roundRupiah,
  roundSum,
} from '../published-cells.ts';
import { STAGES, type Stage } from './business-stage.ts';
import { changeOf, type Figure, figuresOf, type GroupFigures, shareFigure } from './outcome-figures.ts';
import type { GraduateRow } from './outcome-sources.server.ts';

/** What is added up per village and per cohort; a median rests on the women who were counted for it. */
const AMOUNTS = {
  graduates: () => 1,
  answered: (row) => (row.reportedSold === null ? null : 1),
  profit: (row) => (row.reportedProfitRupiah === null ? null : 1),
  change: (row) => (changeOf(row) === null ? null : 1),
  verified: (row) => row.verifiedRupiah,
  recorded: (row) => row.recordedSalesRupiah,
  reported: (row) => row.reportedTakingsRupiah,
} as const satisfies Record<string, (row: GraduateRow) => number | null>;
type Measure = keyof typeof AMOUNTS;

export interface HiddenCells {
  /** The cell of the whole cohort, and with it those of all villages. */
  readonly whole: boolean;
  readonly villages: ReadonlySet<string>;
}

/**
 * `villages` are the parts of a cohort's total. `cohorts` are the parts of a total over all makers, where one is shown anywhere: of verified
 * sales the home page states it. `small`: villages of which nothing is shown.
 */
export function hiddenCells(
  { villages, cohorts }: { villages: ReadonlyMap<string, Part>; cohorts?: ReadonlyMap<string, Part> },
  { cohortSlug, small }: { cohortSlug: string; small: ReadonlySet<string> },
): HiddenCells {
  const isHidden = !isPublishable(joinParts(villages.values())) || (cohorts && hiddenParts(cohorts).has(cohortSlug));
  return isHidden
    ? { whole: true, villages: new Set(villages.keys()) }
    : { whole: false, villages: hiddenParts(villages, small) };
}

/** Of each measure in a month: what is hidden of a cohort. */
export interface Hiding {
  readonly small: ReadonlySet<string>;
  readonly of: Readonly<Record<Measure, HiddenCells>>;
}

/** The makers of no cohort, as a part of the total of all. */
const OUTSIDE = '';

/** `graduates` are those of every cohort; `outside`: what makers who are in none of them sold. */
export function hidingOf(graduates: readonly GraduateRow[], cohortSlug: string, outside: Part): Hiding {
  const ofCohort = graduates.filter((row) => row.cohortSlug === cohortSlug);
  const small = hiddenParts(partsBy(ofCohort, 'graduates', villageOf));
  const cellsOf = (measure: Measure) => {
    const villages = partsBy(ofCohort, measure, villageOf);
    if (measure !== 'verified') return hiddenCells({ villages }, { cohortSlug, small });
    const cohorts = partsBy(graduates, measure, (row) => row.cohortSlug).set(OUTSIDE, outside);
    return hiddenCells({ villages, cohorts }, { cohortSlug, small });
  };
  const of = Object.fromEntries((Object.keys(AMOUNTS) as Measure[]).map((measure) => [measure, cellsOf(measure)]));
  return { small, of: of as Record<Measure, HiddenCells> };
}

export function villageOf(row: { readonly villageCode: string | null }): string {
  return row.villageCode ?? '';
}

function partsBy(rows: readonly GraduateRow[], measure: Measure, keyOf: (row: GraduateRow) => string) {
  const groups = [...Map.groupBy(rows, keyOf)];
  return new Map(groups.map(([key, group]) => [key, partOf(group.map(AMOUNTS[measure]))]));
}

/**
 * `rows` are a cohort's, or with `villageCode` those of that village in it. Null: fewer than five women, or the village is hidden.
 * A village has no shares and no stages: villages by stages would be a table of two directions, whose hidden cells need more cover than
 * can be explained. One draw rounds the whole group (`roundCount`).
 */
export function publishedFigures(
  rows: readonly GraduateRow[],
  { hiding, villageCode, month, draw }: { hiding: Hiding; villageCode?: string; month: string; draw: number },
): GroupFigures | null {
  const isWhole = villageCode === undefined;
  const isHidden = (measure: Measure) =>
    isWhole ? hiding.of[measure].whole : hiding.of[measure].villages.has(villageCode);
  if (isHidden('graduates')) return null;
  const exact = figuresOf(rows, { month, withBootstrap: true });
  const sumOf = (measure: 'verified' | 'recorded' | 'reported'): Cell =>
    isHidden(measure) ? HIDDEN : roundSum(partOf(rows.map(AMOUNTS[measure])), draw);
  const profits = rows.flatMap((row) => row.reportedProfitRupiah ?? []);
  const changes = rows.flatMap((row) => changeOf(row) ?? []);
  return {
    graduates: roundCount(exact.graduates, draw),
    answered: isHidden('answered') ? HIDDEN : roundCount(exact.answered, draw),
    profit: isHidden('profit') ? NO_FIGURE : roundedMedian(exact.profit, profits, draw),
    change: isHidden('change') ? NO_FIGURE : roundedMedian(exact.change, changes, draw),
    betterOff: isWhole ? publishedShare(exact.betterOff, draw) : NO_FIGURE,
    response: isHidden('answered') ? NO_FIGURE : roundedShare(exact.answered, exact.graduates, draw),
    verifiedShare: isWhole && !isHidden('verified') && !isHidden('reported') ? verifiedShareOf(rows, draw) : HIDDEN,
    verifiedRupiah: sumOf('verified'),
    recordedRupiah: sumOf('recorded'),
    reportedRupiah: sumOf('reported'),
    stages: isWhole ? publishedCounts(exact.stages, draw) : NO_STAGES,
  };
}

const NO_FIGURE: Figure = { value: HIDDEN, interval: null, n: HIDDEN };
const NO_STAGES = Object.fromEntries(STAGES.map((stage) => [stage, HIDDEN])) as Record<Stage, Cell>;

function roundedMedian({ value, interval, n }: Figure<number>, values: readonly number[], draw: number): Figure {
  return {
    value: value === null ? null : roundRupiah(value),
    interval: innerInterval(interval, values),
    n: roundCount(n, draw),
  };
}

/** Of rounded counts: an exact share would give the exact count back. */
function roundedShare(part: number, whole: number, draw: number): Figure {
  return shareFigure(roundCount(part, draw), roundCount(whole, draw));
}

/** Hidden where those with or those without are too few. */
function publishedShare({ value, n }: Figure<number>, draw: number): Figure {
  const part = Math.round((value ?? 0) * n);
  return [part, n - part].map(countPart).every(isPublishable) ? roundedShare(part, n, draw) : NO_FIGURE;
}

/**
 * Verified sales over the takings that were told, of those who told them. The share gives their verified sales, and less these the cohort's
 * are those of the others: either must be of nobody, or of enough to be shown. Of rounded sums, in whole percent: an exact fraction of two
 * whole numbers would give both back.
 */
function verifiedShareOf(rows: readonly GraduateRow[], draw: number): Cell {
  const [told, silent] = [true, false].map((hasTold) => {
    const group = rows.filter((row) => (row.reportedTakingsRupiah !== null) === hasTold);
    return partOf(group.map(AMOUNTS.verified));
  }) as [Part, Part];
  if ([told, silent].some((part) => part.women > 0 && !isPublishable(part))) return HIDDEN;
  const takings = roundSum(partOf(rows.map(AMOUNTS.reported)), draw);
  return takings === 0 ? HIDDEN : Math.round((roundSum(told, draw) / takings) * 100) / 100;
}

/** The parts of a whole that is known, by stage, band or answer. */
export function publishedCounts<Key extends string>(
  counts: Readonly<Record<Key, number>>,
  draw: number,
): Record<Key, Cell> {
  const entries = Object.entries<number>(counts);
  const hidden = hiddenParts(new Map(entries.map(([key, women]) => [key, countPart(women)])));
  return Object.fromEntries(
    entries.map(([key, women]) => [key, hidden.has(key) ? HIDDEN : roundCount(women, draw)]),
  ) as Record<Key, Cell>;
}
