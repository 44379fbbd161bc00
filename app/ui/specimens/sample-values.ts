// Values to show the parts with: shaped like the real ones, about nobody.
import type { ShownCard } from '#app/domain/catalogue/shown-card.ts';
import { addMonths, formatMonth } from '#app/domain/dates.ts';
import { makerAction } from '#app/domain/orders/next-step.ts';
import { ORDER_STATUSES } from '#app/domain/orders/order-status.ts';
import type { GroupFigures } from '#app/domain/outcomes/outcome-figures.ts';
import type { SeriesPoint } from '#app/domain/outcomes/outcome-series.ts';
import type { SourceRemark } from '#app/domain/people/compare-sources.ts';
import type { PictureSources } from '#app/domain/photos/picture-sources.ts';
import { HIDDEN } from '#app/domain/published-cells.ts';
import type { BuyerOrderView } from '#app/server/views/order-view.server.ts';
import type { OrderRow } from '#app/ui/business/maker-order.tsx';

export const SAMPLE_PICTURE: PictureSources = {
  ...{ avif: '/icon.svg 720w', webp: '/icon.svg 720w', src: '/icon.svg', preview: '/icon.svg' },
  ...{ width: 720, height: 540, alt: 'Keset lurik biru' },
};

export const SAMPLE_ROWS: readonly OrderRow[] = ORDER_STATUSES.map((status, index) => {
  const facts = { status, method: 'cod', delivery: 'pickup', promisedOn: null, hasUnreadProof: false };
  return {
    ...{ id: status, number: `KK-2611-0000${index}`, status, totalRupiah: 35_000 * (index + 1), mats: index + 1 },
    ...{ action: makerAction(facts), late: status === 'making' ? 'Lewat janji' : null },
  };
});

export const SAMPLE_ORDER: BuyerOrderView = {
  ...{ id: 'contoh', number: 'KK-2611-00042', status: 'pending', method: 'transfer', delivery: 'pickup' },
  shop: { slug: 'keset-melati', name: 'Keset Melati' },
  ...{ totalRupiah: 69_958, deliveryRupiah: 0, discountRupiah: 42, payRupiah: 69_958, refundDueRupiah: 0 },
  lines: [{ id: 'baris', title: 'Keset lurik biru, 40 × 60', quantity: 2, unitPriceRupiah: 35_000 }],
  ...{ place: 'Balai Warga RW 03, Jl. Melati (08.00–16.00)', address: null, pickupCode: null },
  bank: { name: 'Bank Contoh', account: '0000 0000 00', holder: 'Ibu Contoh' },
  ...{
    hasUnreadProof: false,
    isForFinance: false,
    refusal: null,
    hasDeliveryPhoto: false,
    sisterSize: null,
    passedOn: null,
    mayRefusePassedOn: false,
    wasRefused: true,
    deadline: '24 November 2026, 14.05\u00A0WIB',
    promisedOn: null,
  },
  ...{ action: 'sendProof', canCancel: true },
  timeline: [{ status: 'pending', at: '23 November 2026, 14.05\u00A0WIB' }],
};

export const SAMPLE_CARDS: readonly ShownCard[] = [true, false].map((isAvailable) => ({
  ...{ slug: `contoh-${isAvailable}`, title: 'Keset lurik biru, 40 × 60', fromRupiah: 35_000, isAvailable },
  ...{ shopName: 'Keset Melati', shopSlug: `keset-melati-${isAvailable}`, district: 'Neglasari', picture: null },
}));

export const SAMPLE_FIGURES: GroupFigures<number> = {
  ...{ graduates: 100, answered: 73, verifiedShare: 0.12 },
  profit: { value: 645_000, interval: { low: 455_000, high: 880_000 }, n: 73 },
  change: { value: 290_000, interval: { low: 5_000, high: 380_000 }, n: 65 },
  betterOff: { value: 0.6, interval: { low: 0.48, high: 0.71 }, n: 12 },
  response: { value: 0.73, interval: null, n: 100 },
  ...{ verifiedRupiah: 1_685_000, recordedRupiah: 3_870_000, reportedRupiah: 55_575_000 },
  stages: { not_started: 3, starting: 14, running: 22, growing: 36, stopped: 15, seasonal: 4, unknown: 6 },
};

const LAST = '2026-10';
const series = Array.from({ length: 24 }, (_, index): SeriesPoint => {
  const month = addMonths(LAST, index - 23);
  const sums = { verifiedRupiah: 40_000 * index, recordedRupiah: 90_000 * index, reportedRupiah: 900_000 * index };
  // A month in which too few answered leaves a gap.
  if (index === 9) return { month, profit: { value: HIDDEN, interval: null, n: HIDDEN }, ...sums };
  const value = 140_000 + 21_000 * index + (index % 5) * 30_000;
  const interval = { low: Math.round(value * 0.8), high: Math.round(value * 1.3) };
  return { month, profit: { value, interval, n: 60 }, ...sums };
});

export const SAMPLE_OUTCOMES = {
  ...{ series, month: LAST },
  benchmarks: [
    { kind: 'poverty_line', year: 2025, rupiah: 839_000 },
    { kind: 'umk', year: 2026, rupiah: 5_399_000 },
  ],
  ramadans: [{ fromOn: '2026-02-18', untilOn: '2026-03-20' }],
};

const SAMPLE_REMARK: SourceRemark = {
  ...{ kind: 'verifiedAbove', month: LAST, verifiedRupiah: 110_000, reportedRupiah: 80_000 },
};

export const SAMPLE_MONTHS = series.slice(-3).map(({ month }, index) => ({
  ...{ month, label: formatMonth(month, 'id', 'narrow'), verifiedRupiah: 110_000, recordedSalesRupiah: 0 },
  reportedProfitRupiah: 600_000 + 21_000 * index,
  remark: index === 2 ? SAMPLE_REMARK : null,
}));
