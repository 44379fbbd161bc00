// What finance reads, in words: why money goes back, what Stripe told, where the books part.

export const REFUND_REASONS: Readonly<Record<string, string>> = {
  order_ended: 'Pesanan batal',
  paid_twice: 'Dibayar dua kali',
  at_gateway: 'Dibuat di Stripe',
  dispute_lost: 'Ditarik bank pembeli',
};

export const QUARANTINE_REASONS: Readonly<Record<string, string>> = {
  notFound: 'Tidak ada pembayaran kita yang cocok',
  mismatch: 'Jumlah, mata uang, atau pembayarannya tidak cocok',
};

const EVENT_KINDS: readonly (readonly [start: string, words: string])[] = [
  ['checkout.session.', 'Pembayaran kartu'],
  ['refund.', 'Pengembalian uang'],
  ['charge.refunded', 'Pengembalian uang'],
  ['charge.dispute.', 'Sengketa kartu'],
  ['payout.', 'Pencairan ke bank'],
];

export function eventWords(kind: string): string {
  return EVENT_KINDS.find(([start]) => kind.startsWith(start))?.[1] ?? kind;
}

const MOVEMENT_KINDS: Readonly<Record<string, string>> = {
  charge: 'Pembayaran masuk',
  payment: 'Pembayaran masuk',
  refund: 'Pengembalian uang',
  payment_refund: 'Pengembalian uang',
  refund_failure: 'Pengembalian gagal',
  adjustment: 'Sengketa kartu',
  payout: 'Pencairan ke bank',
  entry: 'Hanya ada di buku kita',
};

export function movementWords(kind: string): string {
  return MOVEMENT_KINDS[kind] ?? kind;
}
