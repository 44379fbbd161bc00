// Why to visit, in words an officer would say.
import type { FollowUpReason } from '#app/domain/people/reason-to-visit.ts';

export const REASON_WORDS: Readonly<
  Record<FollowUpReason['kind'], { short: (count: number) => string; long: (count: number) => string }>
> = {
  orderStuck: { short: (days) => `${days} hr`, long: (days) => `Pesanan belum dijawab ${days} hari` },
  noSale: { short: (months) => `${months} bln`, long: (months) => `Tidak ada penjualan ${months} bulan` },
  profitFalling: { short: () => '3 bln', long: () => 'Laba turun tiga bulan' },
  checkInsMissed: { short: (months) => `${months} bln`, long: (months) => `Belum menjawab pertanyaan ${months} bulan` },
  checkInDue: { short: () => 'bulan ini', long: () => 'Pertanyaan bulan lalu belum dijawab' },
};
