// The outcome figures for a viewer who may not know the women: what of a cohort and of its villages is hidden, and the rest rounded.
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
 * `villages` are the parts of a cohort's total. `cohorts` are the parts of a total over all cohorts, where one is shown anywhere: of verified
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

/** Of each measure in a month: what is hidden of a cohort. `graduates` are those of every cohort. */
export interface Hiding {
  readonly small: ReadonlySet<string>;
  readonly of: Readonly<Record<Measure, HiddenCells>>;
}

export function hidingOf(graduates: readonly GraduateRow[], cohortSlug: string): Hiding {
  const ofCohort = graduates.filter((row) => row.cohortSlug === cohortSlug);
  const small = hiddenParts(partsBy(ofCohort, 'graduates', villageOf));
  const cellsOf = (measure: Measure) => {
    const villages = partsBy(ofCohort, measure, villageOf);
    const cohorts = measure === 'verified' ? partsBy(graduates, measure, (row) => row.cohortSlug) : undefined;
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
 * can be explained.
 */
export function publishedFigures(
  rows: readonly GraduateRow[],
  { hiding, villageCode, ...asked }: { hiding: Hiding; villageCode?: string; month: string; withBootstrap?: boolean },
): GroupFigures | null {
  const isHidden = (measure: Measure) =>
    villageCode === undefined ? hiding.of[measure].whole : hiding.of[measure].villages.has(villageCode);
  if (isHidden('graduates')) return null;
  const exact = figuresOf(rows, asked);
  const cell = (measure: Measure, value: number): Cell => (isHidden(measure) ? HIDDEN : value);
  const profits = rows.flatMap((row) => row.reportedProfitRupiah ?? []);
  const changes = rows.flatMap((row) => changeOf(row) ?? []);
  const isWhole = villageCode === undefined;
  return {
    graduates: roundCount(exact.graduates),
    answered: cell('answered', roundCount(exact.answered)),
    profit: isHidden('profit') ? NO_FIGURE : roundedMedian(exact.profit, profits),
    change: isHidden('change') ? NO_FIGURE : roundedMedian(exact.change, changes),
    betterOff: isWhole ? publishedShare(exact.betterOff) : NO_FIGURE,
    response: isHidden('answered') ? NO_FIGURE : roundedShare(exact.answered, exact.graduates),
    verifiedShare: isWhole && sharesSafely(rows, isHidden) ? exact.verifiedShare : HIDDEN,
    verifiedRupiah: cell('verified', roundRupiah(exact.verifiedRupiah)),
    recordedRupiah: cell('recorded', roundRupiah(exact.recordedRupiah)),
    reportedRupiah: cell('reported', roundRupiah(exact.reportedRupiah)),
    stages: isWhole ? publishedStages(exact.stages) : NO_STAGES,
  };
}

const NO_FIGURE: Figure = { value: HIDDEN, interval: null, n: HIDDEN };
const NO_STAGES = Object.fromEntries(STAGES.map((stage) => [stage, HIDDEN])) as Record<Stage, Cell>;

/** The median of `values`; also of the chart. */
export function roundedMedian({ value, interval, n }: Figure<number>, values: readonly number[]): Figure {
  return {
    value: value === null ? null : roundRupiah(value),
    interval: innerInterval(interval, values),
    n: roundCount(n),
  };
}

/** Of rounded counts: an exact share would give the exact count back. */
function roundedShare(part: number, whole: number): Figure {
  return shareFigure(roundCount(part), roundCount(whole));
}

/** Hidden where those with or those without are too few. */
function publishedShare({ value, n }: Figure<number>): Figure {
  const part = Math.round((value ?? 0) * n);
  const parts = new Map([part, n - part].map((women, index) => [String(index), countPart(women)]));
  return [...parts.values()].every(isPublishable) ? roundedShare(part, n) : NO_FIGURE;
}

/** Verified sales less those of the women in the share are the sales of the others: of nobody, or of enough to be shown. */
function sharesSafely(rows: readonly GraduateRow[], isHidden: (measure: Measure) => boolean): boolean {
  const others = partOf(rows.filter((row) => row.reportedTakingsRupiah === null).map(AMOUNTS.verified));
  return !isHidden('verified') && !isHidden('reported') && (others.women === 0 || isPublishable(others));
}

/** The stages are the parts of the graduates. */
export function publishedStages(stages: Readonly<Record<Stage, number>>): Record<Stage, Cell> {
  const hidden = hiddenParts(new Map(STAGES.map((stage) => [stage, countPart(stages[stage])])));
  return Object.fromEntries(
    STAGES.map((stage) => [stage, hidden.has(stage) ? HIDDEN : roundCount(stages[stage])]),
  ) as Record<Stage, Cell>;
}
