// Input shape of the monthly question. Profit is asked and kept as told: it is never computed from takings and costs, which small
// firms under-report (de Mel, McKenzie & Woodruff 2009, "Measuring microenterprise profits: must we ask how the sausage is made?").
import { z } from 'zod';
import { parseRupiah } from '../money.ts';
import {
  CONFIDENCES,
  COST_PARTS,
  type CostPart,
  DEMANDS,
  isInBand,
  isQuarterEnd,
  LOANS,
  MODES,
  MONEY_DECIDERS,
  PROFIT_BAND_NAMES,
  SAVES,
  SOLD,
} from './check-in-answers.ts';

const MOST_RUPIAH = 1_000_000_000;

/** Blank is null: not told, which is never zero. */
const rupiah = z
  .string()
  .default('')
  .transform((text, context) => {
    if (text.trim() === '') return null;
    const amount = parseRupiah(text);
    if (amount !== null && amount <= MOST_RUPIAH) return amount;
    context.addIssue({ code: 'custom', message: amount === null ? 'notRupiah' : 'tooLarge' });
    return z.NEVER;
  });

const count = (most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{0,6}$/, 'notANumber')
    .transform((text) => (text === '' ? null : Number(text)))
    .refine((value) => value === null || value <= most, 'tooLarge')
    .default(null);

/** A radio left untouched is not sent: null. */
const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, 'notAChoice').nullable().default(null);

const costFields = Object.fromEntries(COST_PARTS.map((part) => [`cost_${part}`, rupiah])) as Record<
  `cost_${CostPart}`,
  typeof rupiah
>;

export const checkInForm = z
  .object({
    month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'notAMonth'),
    sold: z.enum(SOLD, 'notAChoice'),
    backOn: z
      .union([z.literal(''), z.iso.date('notADate')], 'notADate')
      .transform((day) => day || null)
      .default(null),
    profitBand: choice(PROFIT_BAND_NAMES),
    profitRupiah: rupiah,
    takingsRupiah: rupiah,
    ...costFields,
    demand: choice(DEMANDS),
    daysWorked: count(31),
    hoursPerDay: count(24),
    matsMade: count(10_000),
    confidence: choice(CONFIDENCES),
    ordinaryProfitRupiah: rupiah,
    moneyDecider: choice(MONEY_DECIDERS),
    savesMonthly: choice(SAVES),
    loan: choice(LOANS),
    mode: choice(MODES),
    correctionReason: z
      .string()
      .trim()
      .max(300, 'tooLong')
      .transform((text) => text || null)
      .default(null),
  })
  .superRefine((answers, context) => {
    const complain = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    if ((costsOf(answers)?.rupiah ?? 0) > MOST_RUPIAH) complain('cost_materials', 'tooLarge');
    if (answers.sold === 'break' && !answers.backOn) complain('backOn', 'required');
    if (answers.sold !== 'yes') return;
    if (answers.profitRupiah === null) return complain('profitRupiah', 'required');
    // A slip of three zeros is the commonest mistake: the picture and the figure must agree.
    if (answers.profitBand && !isInBand(signedProfit(answers) ?? 0, answers.profitBand)) {
      complain('profitRupiah', 'bandMismatch');
    }
  });

export type CheckInAnswers = z.infer<typeof checkInForm>;

/** The quarterly answers as told; in other months they were not asked, whatever a form says. */
export function quarterlyAnswers(answers: CheckInAnswers) {
  const isAsked = isQuarterEnd(answers.month);
  return {
    ordinaryProfitRupiah: isAsked ? answers.ordinaryProfitRupiah : null,
    moneyDecider: isAsked ? answers.moneyDecider : null,
    savesMonthly: isAsked ? answers.savesMonthly : null,
    loan: isAsked ? answers.loan : null,
  };
}

/** A loss is chosen by its picture and written without a minus sign. */
export function signedProfit(answers: Pick<CheckInAnswers, 'profitBand' | 'profitRupiah'>): number | null {
  if (answers.profitRupiah === null) return null;
  return answers.profitBand === 'loss' ? -answers.profitRupiah : answers.profitRupiah;
}

/** The costs by kind as told, and their sum; null when none was told. */
export function costsOf(
  answers: Pick<CheckInAnswers, `cost_${CostPart}`>,
): { parts: Partial<Record<CostPart, number>>; rupiah: number } | null {
  const parts: Partial<Record<CostPart, number>> = {};
  for (const part of COST_PARTS) {
    const told = answers[`cost_${part}`];
    if (told !== null) parts[part] = told;
  }
  const told = Object.values(parts);
  return told.length === 0 ? null : { parts, rupiah: told.reduce((sum, value) => sum + value, 0) };
}
