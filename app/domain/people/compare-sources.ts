// Where what was sold here and what a woman said of her takings do not go together. Pure. A reason to ask her, never a verdict.
import { addMonths } from '../dates.ts';

export interface SourceMonth {
  readonly month: string;
  readonly verifiedRupiah: number;
  readonly reportedTakingsRupiah: number | null;
}

/**
 * `verifiedAbove`: in that month more was sold here than she said came in at all; the answer should be mended with her.
 * `reportedFarAbove`: in that month and the two before it she told of over five times what was sold here, each; the amounts are the sums
 * of the three. Months in which nothing was sold here compare with nothing: then she sells outside only, as most do.
 */
export interface SourceRemark {
  readonly kind: 'verifiedAbove' | 'reportedFarAbove';
  readonly month: string;
  readonly verifiedRupiah: number;
  readonly reportedRupiah: number;
}

const FAR = 5;
const MONTHS_IN_A_ROW = 3;

/** Newest first, at most one a month. Whole rupiah. */
export function compareSources(months: readonly SourceMonth[]): SourceRemark[] {
  return months
    .toSorted((a, b) => (a.month < b.month ? 1 : -1))
    .flatMap((month) => verifiedAbove(month) ?? reportedFarAbove(month, months) ?? []);
}

function verifiedAbove({ month, verifiedRupiah, reportedTakingsRupiah }: SourceMonth): SourceRemark | null {
  if (reportedTakingsRupiah === null || verifiedRupiah <= reportedTakingsRupiah) return null;
  return { kind: 'verifiedAbove', month, verifiedRupiah, reportedRupiah: reportedTakingsRupiah };
}

function reportedFarAbove({ month }: SourceMonth, months: readonly SourceMonth[]): SourceRemark | null {
  const row = Array.from({ length: MONTHS_IN_A_ROW }, (_, back) =>
    months.find((entry) => entry.month === addMonths(month, -back)),
  ).filter((entry) => entry !== undefined);
  const isFar = (entry: SourceMonth) =>
    entry.verifiedRupiah > 0 && (entry.reportedTakingsRupiah ?? 0) > FAR * entry.verifiedRupiah;
  if (row.length < MONTHS_IN_A_ROW || !row.every(isFar)) return null;
  return {
    kind: 'reportedFarAbove',
    month,
    verifiedRupiah: row.reduce((sum, entry) => sum + entry.verifiedRupiah, 0),
    reportedRupiah: row.reduce((sum, entry) => sum + (entry.reportedTakingsRupiah ?? 0), 0),
  };
}
