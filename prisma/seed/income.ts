// Two years of monthly answers and cash books for the demonstration, written by the same commands as the site, on a moving clock.
import type { Actor } from '#app/domain/access/actor.ts';
import { COST_PARTS, type Mode, type Sold } from '#app/domain/checkins/check-in-answers.ts';
import { type CheckInInput, recordCheckIn } from '#app/domain/checkins/record-check-in.server.ts';
import type { Database } from '#app/domain/database.ts';
import { addDays, addMonths, DAY_MS, fromDateColumn, monthOf, startOfDay } from '#app/domain/dates.ts';
import { mustSucceed } from '#app/domain/result.ts';
import type { CashCategory } from '#app/domain/sales/cash-entry-schemas.ts';
import { recordCashEntry } from '#app/domain/sales/record-cash-entry.server.ts';
import { strikeCashEntry } from '#app/domain/sales/strike-cash-entry.server.ts';
import { inParallel } from './in-parallel.ts';
import { incomeStory, type MonthStory } from './income-story.ts';

export interface SeedPerson {
  readonly personId: string;
  readonly baselineRupiah: number | null;
  readonly areaCode: string;
}

interface Given {
  now: Date;
  /** Seeded: the same city every time. From 0 (included) to 1 (not). */
  random: () => number;
  people: readonly SeedPerson[];
  actor: Actor;
}

const MONTHS = 24;
/** The slowest answer, its correction included, comes within this many days of the 1st. */
const ANSWER_DAYS = 22;
/** Women at once; each woman's months stay in order. */
const AT_ONCE = 6;

/**
 * Check-ins and cash entries of the 24 full months before `now`. Returns how many of each were written, and the months in which a
 * woman says that she sold nothing, as `personId month`: buyers of the city mostly keep to that.
 */
export async function seedIncome(
  db: Database,
  { now, random, people, actor }: Given,
): Promise<{ checkIns: number; cashEntries: number; quietMonths: ReadonlySet<string> }> {
  const until = addMonths(monthOf(now), -1);
  const months = Array.from({ length: MONTHS }, (_, index) => addMonths(until, index + 1 - MONTHS));
  const ramadans = await db.ramadanYear.findMany();
  const festive = new Set(ramadans.map(({ syawalOn }) => fromDateColumn(syawalOn).slice(0, 7)));
  // Every chance is drawn before the first command runs: what runs side by side must not change the story.
  const stories = people.map((person) => ({ person, months: incomeStory({ months, festive, random, person }) }));
  const written = { checkIns: 0, cashEntries: 0 };
  await inParallel(stories, AT_ONCE, async ({ person, months: story }) => {
    for (const month of story) {
      const answers = await answer(db, actor, now, person, month);
      const entries = await keepBook(db, actor, person, month);
      // Added only now: `a += await b` would read the old sum before the wait and lose what others added meanwhile.
      written.checkIns += answers;
      written.cashEntries += entries;
    }
  });
  const quiet = stories.flatMap(({ person, months: story }) =>
    story.filter(({ sold }) => sold !== 'yes').map(({ month }) => `${person.personId} ${month}`),
  );
  return { ...written, quietMonths: new Set(quiet) };
}

async function answer(
  db: Database,
  actor: Actor,
  now: Date,
  { personId }: SeedPerson,
  story: MonthStory,
): Promise<number> {
  if (!story.answer) return 0;
  const due = startOfDay(`${addMonths(story.month, 1)}-01`).getTime();
  // The newest answers have had less time: none may lie in the future.
  const stretch = Math.min(1, (now.getTime() - due) / (ANSWER_DAYS * DAY_MS));
  const at = due + Math.floor(stretch * (story.answer.daysLate * DAY_MS + story.answer.minute * 60_000));
  const input = answerOf(personId, story);
  mustSucceed(await recordCheckIn(db, { actor, now: new Date(at), input }));
  if (story.answer.correctedRupiah === null) return 1;
  const corrected = { ...input, profitRupiah: story.answer.correctedRupiah, correctionReason: 'Salah hitung bahan' };
  mustSucceed(await recordCheckIn(db, { actor, now: new Date(at + Math.floor(stretch * DAY_MS)), input: corrected }));
  return 2;
}

function answerOf(personId: string, { month, sold, profitRupiah, answer: told }: MonthStory): CheckInInput {
  const isSelling = sold === 'yes';
  const mode: Mode = told?.mode ?? 'link';
  const costs = isSelling ? Math.round((profitRupiah * 0.55) / 1000) * 1000 : 0;
  const parts = Object.fromEntries(COST_PARTS.map((part) => [`cost_${part}`, null])) as Record<
    `cost_${(typeof COST_PARTS)[number]}`,
    number | null
  >;
  return {
    ...parts,
    ...(isSelling ? { cost_materials: Math.round(costs * 0.7), cost_transport: Math.round(costs * 0.2) } : {}),
    personId,
    month,
    sold: sold satisfies Sold,
    backOn: sold === 'break' ? `${addMonths(month, 2)}-01` : null,
    profitBand: null,
    profitRupiah: isSelling ? profitRupiah : null,
    // Takings are told about 30 % too low, as small firms do (de Mel, McKenzie & Woodruff 2009).
    takingsRupiah: isSelling ? Math.round(((profitRupiah + costs) * 0.7) / 5_000) * 5_000 : null,
    demand: isSelling ? (told?.demand ?? null) : null,
    daysWorked: isSelling ? (told?.days ?? null) : null,
    hoursPerDay: isSelling ? 4 : null,
    matsMade: isSelling ? Math.max(1, Math.round(profitRupiah / 22_000)) : null,
    confidence: isSelling ? (told?.confidence ?? null) : null,
    ordinaryProfitRupiah: isSelling ? Math.round((profitRupiah * 0.9) / 10_000) * 10_000 : null,
    moneyDecider: told?.quarter.moneyDecider ?? null,
    savesMonthly: told?.quarter.savesMonthly ?? null,
    loan: told?.quarter.loan ?? null,
    mode,
    correctionReason: null,
  };
}

async function keepBook(db: Database, actor: Actor, { personId }: SeedPerson, story: MonthStory): Promise<number> {
  for (const [index, line] of story.book.entries()) {
    const happenedOn = addDays(`${story.month}-01`, line.day);
    const at = new Date(startOfDay(happenedOn).getTime() + (19 * 60 + index) * 60_000);
    const input = {
      personId,
      category: line.category satisfies CashCategory,
      amountRupiah: line.amountRupiah,
      happenedOn,
      quantity: line.quantity,
      note: null,
    };
    const entryId = mustSucceed(await recordCashEntry(db, { actor, input, now: at }));
    if (line.isMistake) mustSucceed(await strikeCashEntry(db, { actor, input: { entryId }, now: at }));
  }
  return story.book.length;
}
