// The choices of the monthly question, and the profit bands with their limits.

export const SOLD = ['yes', 'no', 'break', 'closed'] as const;
export type Sold = (typeof SOLD)[number];

export const DEMANDS = ['busier', 'usual', 'quieter'] as const;
export const CONFIDENCES = ['written', 'remembered', 'guessed'] as const;
export const COST_PARTS = ['materials', 'energy', 'transport', 'wages', 'rent', 'other'] as const;
/** Asked with the last month of each quarter. Formal credit is a bank's, KUR, or a co-operative's. */
export const MONEY_DECIDERS = ['self', 'together', 'others'] as const;
export const SAVES = ['yes', 'no'] as const;
export const LOANS = ['none', 'formal', 'informal'] as const;

export function isQuarterEnd(month: string): boolean {
  return Number(month.slice(5)) % 3 === 0;
}

export type CostPart = (typeof COST_PARTS)[number];

/** How the answer reached us. */
export const MODES = ['link', 'self', 'officer', 'phone'] as const;
export type Mode = (typeof MODES)[number];

/** Lower limit included, upper excluded, whole rupiah; the outermost are open. `coins` is the picture: how tall the pile is. */
export const PROFIT_BANDS = {
  loss: { from: Number.NEGATIVE_INFINITY, until: 0, coins: 0 },
  small: { from: 0, until: 250_000, coins: 1 },
  medium: { from: 250_000, until: 500_000, coins: 2 },
  large: { from: 500_000, until: 1_000_000, coins: 4 },
  larger: { from: 1_000_000, until: 2_000_000, coins: 6 },
  largest: { from: 2_000_000, until: Number.POSITIVE_INFINITY, coins: 9 },
} as const;
export type ProfitBand = keyof typeof PROFIT_BANDS;
export const PROFIT_BAND_NAMES = Object.keys(PROFIT_BANDS) as [ProfitBand, ...ProfitBand[]];

export function isInBand(rupiah: number, band: ProfitBand): boolean {
  return rupiah >= PROFIT_BANDS[band].from && rupiah < PROFIT_BANDS[band].until;
}

/** The band of an amount as figures, for tables without exact amounts: `<0`, `250000-499999`, `2000000+`. */
export function describeBand(rupiah: number): string {
  return wordBand(PROFIT_BAND_NAMES.find((name) => isInBand(rupiah, name)) ?? 'largest');
}

function wordBand(name: ProfitBand): string {
  const { from, until } = PROFIT_BANDS[name];
  if (from === Number.NEGATIVE_INFINITY) return `<${until}`;
  return until === Number.POSITIVE_INFINITY ? `${from}+` : `${from}-${until - 1}`;
}

/** Every word of `describeBand`, from the lowest. */
export const BAND_WORDS = PROFIT_BAND_NAMES.map(wordBand);
