// Words of the officer's day: whom to visit, and why, as an officer would say it.
const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`;
const months = (count: number) => `${count} ${count === 1 ? 'month' : 'months'}`;

export const visit = {
  title: 'Visits today',
  calm: 'Nothing is pressing. All women are doing well.',
  due: (due: number, total: number) => `${due} of ${total} women should be seen. The most pressing is on top.`,
  others: (count: number) => `${count} other women`,
  pages: 'Pages',
  before: 'Back',
  after: 'Next',
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  short: {
    orderStuck: days,
    orderLate: days,
    orderOnTheWay: days,
    proofUnread: days,
    noSale: months,
    profitFalling: () => months(3),
    checkInsMissed: months,
    checkInDue: () => 'this month',
    verifiedAbove: () => 'check answer',
    reportedFarAbove: () => months(3),
  },
  long: {
    orderStuck: (count: number) => `An order unanswered for ${days(count)}`,
    orderLate: (count: number) => `An order late by ${days(count)}`,
    orderOnTheWay: (count: number) => `An order on its way for ${days(count)}, with no word that it came`,
    proofUnread: (count: number) => `A transfer proof unread for ${days(count)}`,
    noSale: (count: number) => `No sale for ${months(count)}`,
    profitFalling: () => 'Profit fell three months running',
    checkInsMissed: (count: number) => `No answer to the question for ${months(count)}`,
    checkInDue: () => 'Last month’s question is not answered yet',
  },
  // Two sources of a month that do not go together: told with figures, and asked, never held against her.
  compared: {
    verifiedAbove: (month: string, verified: string, reported: string) =>
      `${month}: orders completed here ${verified}, more than the takings she told, ${reported}. Something may have been forgotten: mend the answer with her`,
    reportedFarAbove: (month: string, verified: string, reported: string) =>
      `Three months up to ${month}: takings told ${reported}, orders completed here ${verified}. Does she sell much outside, and would she like help with writing it down?`,
  },
};
