// Why to visit, in words an officer would say.
import type { FollowUpReason } from '#app/domain/people/reason-to-visit.ts';

/** A buyer waits, or money does not come in: these are shown in red. */
export const PRESSING: ReadonlySet<FollowUpReason['kind']> = new Set([
  'orderStuck',
  'orderLate',
  'proofUnread',
  'noSale',
]);

export const REASON_WORDS: Readonly<
  Record<FollowUpReason['kind'], { short: (count: number) => string; long: (count: number) => string }>
> = {
  orderStuck: { short: (days) => `${days} hr`, long: (days) => `Pesanan belum dijawab ${days} hari` },
  orderLate: { short: (days) => `${days} hr`, long: (days) => `Pesanan terlambat ${days} hari` },
  proofUnread: { short: (days) => `${days} hr`, long: (days) => `Bukti transfer belum dibaca ${days} hari` },
  noSale: { short: (months) => `${months} bln`, long: (months) => `Tidak ada penjualan ${months} bulan` },
  profitFalling: { short: () => '3 bln', long: () => 'Laba turun tiga bulan' },
  checkInsMissed: { short: (months) => `${months} bln`, long: (months) => `Belum menjawab pertanyaan ${months} bulan` },
  checkInDue: { short: () => 'bulan ini', long: () => 'Pertanyaan bulan lalu belum dijawab' },
};
