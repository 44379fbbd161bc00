// The look of a receipt: the same when it is saved anew as telephones do, another for another receipt of the same bank.
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { MOST_BITS_APART } from '#app/domain/payments/proof-likeness.server.ts';
import { decodePicture } from '#app/services/media/decode-picture.ts';
import { lookOf } from '#app/services/media/picture-look.ts';
import { drawReceipt } from '#tests/support/samples/receipts.ts';

const FACTS = { time: '10:12:44', amount: 'Rp 34.877', to: 'SITI AMINAH', reference: '830112447301' };

async function look(bytes: Buffer): Promise<string> {
  const decoded = await decodePicture(bytes);
  if (!decoded.ok) throw new Error(decoded.reason);
  return lookOf(decoded.image());
}

function bitsApart(one: string, other: string): number {
  const bits = (BigInt(`0x${one}`) ^ BigInt(`0x${other}`)).toString(2);
  return bits.replaceAll('0', '').length;
}

it('is 1,024 bits, half of them set', async () => {
  const hash = await look(await drawReceipt(FACTS));
  expect(hash).toMatch(/^[0-9a-f]{256}$/);
  expect(Math.abs(bitsApart(hash, '0') - 512)).toBeLessThanOrEqual(1);
});

it('stays when the receipt is saved anew, as WhatsApp does too', async () => {
  const receipt = await drawReceipt(FACTS);
  const first = await look(receipt);
  const again = [
    sharp(receipt).jpeg({ quality: 30 }),
    sharp(receipt).webp({ quality: 60 }),
    sharp(receipt).resize({ width: 738 }).jpeg({ quality: 60 }),
    sharp(receipt).resize({ width: 540 }).png(),
  ];
  for (const saved of again)
    expect(bitsApart(first, await look(await saved.toBuffer()))).toBeLessThanOrEqual(MOST_BITS_APART);
});

it('is another for another receipt of the same bank', async () => {
  const first = await look(await drawReceipt(FACTS));
  const others = [
    { ...FACTS, time: '14:31:02', amount: 'Rp 84.123', reference: '830119553048' },
    { ...FACTS, amount: 'Rp 119.402', to: 'RATNA SARI' },
    { time: '07:05:59', amount: 'Rp 70.456', to: 'IIS', reference: '114400982213' },
  ];
  for (const facts of others)
    expect(bitsApart(first, await look(await drawReceipt(facts)))).toBeGreaterThan(MOST_BITS_APART);
});
