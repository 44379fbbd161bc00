// Receipts of one bank as telephones show them: one form, other figures.
import sharp from 'sharp';

export interface ReceiptFacts {
  readonly time: string;
  readonly amount: string;
  readonly to: string;
  readonly reference: string;
}

const lines = (facts: ReceiptFacts) => [
  ['Tanggal', `20/11/2026 ${facts.time}`],
  ['Nominal', facts.amount],
  ['Penerima', facts.to],
  ['Referensi', facts.reference],
];

/** A PNG of 1080 by 2340 points. */
export function drawReceipt(facts: ReceiptFacts): Promise<Buffer> {
  const text = lines(facts)
    .flatMap(([label, value], index) => [
      `<text x="90" y="${480 + index * 150}" font-size="36" fill="#777">${label}</text>`,
      `<text x="990" y="${480 + index * 150}" font-size="40" text-anchor="end" font-weight="700">${value}</text>`,
    ])
    .join('');
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="1080" height="2340" font-family="sans-serif">
    <rect width="1080" height="2340" fill="#0b3d6b"/><rect x="40" y="180" width="1000" height="1100" rx="40" fill="#fff"/>
    <text x="540" y="320" font-size="52" text-anchor="middle" font-weight="700">Transfer berhasil</text>${text}
    <rect x="40" y="2080" width="1000" height="140" rx="70" fill="#f6c400"/></svg>`;
  return sharp(Buffer.from(drawn)).png().toBuffer();
}
