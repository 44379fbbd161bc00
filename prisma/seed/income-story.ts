// What happened to one woman's business, month by month: growth from about Rp 180 thousand to Rp 600 thousand, a peak at Lebaran, gaps,
// breaks, closures. Pure: all chance comes from the generator given.
export interface MonthStory {
  readonly month: string;
  readonly sold: 'yes' | 'no' | 'break' | 'closed';
  readonly profitRupiah: number;
  /** Null: she did not answer. */
  readonly answer: {
    readonly daysLate: number;
    readonly minute: number;
    readonly mode: 'link' | 'self' | 'officer' | 'phone';
    readonly demand: 'busier' | 'usual' | 'quieter';
    readonly days: number;
    readonly confidence: 'written' | 'remembered' | 'guessed';
    readonly correctedRupiah: number | null;
    /** Written only where the month ends a quarter. */
    readonly quarter: {
      readonly moneyDecider: 'self' | 'together' | 'others';
      readonly savesMonthly: 'yes' | 'no';
      readonly loan: 'none' | 'formal' | 'informal';
    };
  } | null;
  readonly book: readonly {
    readonly day: number;
    readonly category: 'outside' | 'materials' | 'transport';
    readonly amountRupiah: number;
    readonly quantity: number | null;
    readonly isMistake: boolean;
  }[];
}

const CLOSURE_SHARE = 0.27;
const BOOK_SHARE = 0.18;

interface Woman {
  readonly skill: number;
  readonly startsAt: number;
  readonly closesAt: number;
  readonly restsAt: number;
  readonly silence: number;
  readonly keepsBook: boolean;
}

export function incomeStory({
  months,
  festive,
  random,
  person,
}: {
  months: readonly string[];
  /** Months of Lebaran. */
  festive: ReadonlySet<string>;
  random: () => number;
  person: { readonly baselineRupiah: number | null };
}): MonthStory[] {
  const woman = drawWoman(random, months.length);
  let saidClosed = false;
  return months.map((month, index) => {
    const isClosed = index >= woman.closesAt;
    const isResting = index === woman.restsAt || index === woman.restsAt + 1;
    const profitRupiah = drawProfit({
      index,
      month,
      festive,
      random,
      woman,
      baseline: person.baselineRupiah ?? 180_000,
    });
    const sold = isClosed
      ? saidClosed
        ? 'no'
        : 'closed'
      : isResting
        ? 'break'
        : index < woman.startsAt
          ? 'no'
          : 'yes';
    // Those who stopped answer less, and silence grows with time.
    const silence = Math.min(0.85, woman.silence + index * 0.003 + (isClosed ? 0.25 : 0));
    const answer = random() < silence ? null : drawAnswer(random, profitRupiah, sold);
    if (sold === 'closed' && answer) saidClosed = true;
    return {
      month,
      sold,
      profitRupiah,
      answer,
      book: woman.keepsBook && sold === 'yes' ? drawBook(random, profitRupiah) : [],
    };
  });
}

function drawWoman(random: () => number, months: number): Woman {
  const closes = random() < CLOSURE_SHARE;
  return {
    // Log-normal: a few do very well.
    skill: Math.exp(0.42 * normal(random)),
    startsAt: random() < 0.3 ? Math.floor(random() * 5) : 0,
    closesAt: closes ? 6 + Math.floor(random() * (months - 7)) : Number.POSITIVE_INFINITY,
    restsAt: random() < 0.2 ? 3 + Math.floor(random() * (months - 4)) : -9,
    silence: 0.06 + random() * 0.18,
    keepsBook: random() < BOOK_SHARE,
  };
}

function drawProfit(given: {
  index: number;
  month: string;
  festive: ReadonlySet<string>;
  random: () => number;
  woman: Woman;
  baseline: number;
}): number {
  const growth = 180_000 + (740_000 - 180_000) * (given.index / 23) ** 0.8;
  const start = 0.7 + 0.3 * Math.min(2, given.baseline / 180_000);
  const season = given.festive.has(given.month) ? 1.45 : 1;
  const noise = Math.exp(0.2 * normal(given.random));
  return Math.max(10_000, Math.round((growth * given.woman.skill * start * season * noise) / 5_000) * 5_000);
}

function drawAnswer(random: () => number, profitRupiah: number, sold: MonthStory['sold']): MonthStory['answer'] {
  return {
    daysLate: Math.floor(random() ** 2 * 20),
    minute: 8 * 60 + Math.floor(random() * 600),
    mode: pick(random, ['link', 'link', 'link', 'self', 'officer', 'phone'] as const),
    demand: pick(random, ['busier', 'usual', 'usual', 'quieter'] as const),
    days: 10 + Math.floor(random() * 15),
    confidence: pick(random, ['written', 'remembered', 'remembered', 'guessed'] as const),
    correctedRupiah: sold === 'yes' && random() < 0.02 ? Math.round((profitRupiah * 0.9) / 5_000) * 5_000 : null,
    quarter: {
      moneyDecider: pick(random, ['self', 'self', 'together', 'others'] as const),
      savesMonthly: pick(random, ['yes', 'no'] as const),
      loan: pick(random, ['none', 'none', 'none', 'formal', 'informal'] as const),
    },
  };
}

function drawBook(random: () => number, profitRupiah: number): MonthStory['book'] {
  const mats = Math.max(1, Math.round((profitRupiah * 0.4) / 30_000));
  const line = (category: 'outside' | 'materials' | 'transport', amountRupiah: number, quantity: number | null) => ({
    day: Math.floor(random() * 28),
    category,
    amountRupiah,
    quantity,
    isMistake: random() < 0.02,
  });
  const lines = [
    line('outside', mats * 30_000, mats),
    line('materials', Math.max(5_000, Math.round((profitRupiah * 0.25) / 1_000) * 1_000), null),
  ];
  return random() < 0.4 ? [...lines, line('transport', 10_000 + Math.floor(random() * 4) * 5_000, null)] : lines;
}

function pick<T>(random: () => number, choices: readonly [T, ...T[]]): T {
  return choices[Math.floor(random() * choices.length)] ?? choices[0];
}

/** Box & Muller 1958. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
