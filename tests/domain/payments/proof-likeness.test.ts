// Which receipts look like another: up to how many bits, of whom, since when.
import { expect, it } from 'vitest';
import { listLikeOthers, MOST_BITS_APART } from '#app/domain/payments/proof-likeness.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { createListing, createMaker, NOW } from '#tests/support/fixtures.ts';
import { buy } from '#tests/support/shopping.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const database = useTestDatabase();
const LOOK = 'a5'.repeat(128);
const DAY_MS = 86_400_000;

/** The look with its last `bits` bits turned. */
function turned(bits: number): string {
  return (BigInt(`0x${LOOK}`) ^ ((1n << BigInt(bits)) - 1n)).toString(16).padStart(256, '0');
}

async function createPayment(): Promise<string> {
  const { shop } = await createMaker(database.db);
  await database.db.shop.update({ where: { id: shop.id }, data: { bankAccountSealed: 'x' } });
  const { variant } = await createListing(database.db, shop.id);
  const input = { shopId: shop.id, variantId: variant.id, method: 'transfer' } as const;
  const { purchaseId } = mustSucceed(await buy(database.db, input));
  return (await database.db.payment.findFirstOrThrow({ where: { purchaseId } })).id;
}

async function prove(paymentId: string, look: string | null, submittedAt = NOW): Promise<string> {
  const row = { paymentId, look, submittedAt, storeKey: 'x', contentHash: 'x', verdict: 'not_in' };
  return (await database.db.paymentProof.create({ data: row })).id;
}

it.each([
  ['the same look', LOOK, NOW, true],
  ['as many bits apart as may be', turned(MOST_BITS_APART), NOW, true],
  ['one bit more', turned(MOST_BITS_APART + 1), NOW, false],
  ['89 days old', LOOK, new Date(NOW.getTime() - 89 * DAY_MS), true],
  ['91 days old', LOOK, new Date(NOW.getTime() - 91 * DAY_MS), false],
  ['from before looks were kept', null, NOW, false],
])('another receipt: %s', async (_, look, at, isLike) => {
  await database.db.paymentProof.deleteMany();
  await prove(await createPayment(), look, at);
  const mine = await prove(await createPayment(), LOOK);
  const bystander = await prove(await createPayment(), turned(500));
  expect([...(await listLikeOthers(database.db, [mine, bystander], NOW))]).toEqual(isLike ? [mine] : []);
});

it('a second receipt of the same payment is no other one', async () => {
  await database.db.paymentProof.deleteMany();
  const paymentId = await createPayment();
  const proofs = [await prove(paymentId, LOOK), await prove(paymentId, LOOK)];
  expect(await listLikeOthers(database.db, proofs, NOW)).toEqual(new Set());
  expect(await listLikeOthers(database.db, [], NOW)).toEqual(new Set());
});
