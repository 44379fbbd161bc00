// Two makers who hand over at the same place, and an order that the first has been given.
import type { Database } from '#app/domain/database.ts';
import { confirmOrder } from '#app/domain/orders/confirm-order.server.ts';
import { reviewProof } from '#app/domain/payments/review-proof.server.ts';
import { submitProof } from '#app/domain/payments/submit-proof.server.ts';
import { proposeReassignment } from '#app/domain/reassignments/propose-reassignment.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { createListing, createMaker, NOW, sealer } from '../fixtures.ts';
import { buy } from '../shopping.ts';

/** Both have mats of 40 × 60; hers cost Rp 35.000, her sister's Rp 40.000. */
export async function createSisters(
  db: Database,
  { quantity = 2, method = 'cod' as 'cod' | 'transfer', sisterStock = {} as Parameters<typeof createListing>[2] } = {},
) {
  const [maker, sister] = [await createMaker(db), await createMaker(db)];
  await db.shop.updateMany({
    where: { id: { in: [maker.shop.id, sister.shop.id] } },
    data: { pickupPointId: maker.point.id, bankAccountSealed: 'x' },
  });
  const { variant } = await createListing(db, maker.shop.id, { onHand: 3 });
  const { variant: mat } = await createListing(db, sister.shop.id, { priceRupiah: 40_000, onHand: 3, ...sisterStock });
  const bought = await buy(db, { shopId: maker.shop.id, variantId: variant.id, quantity, method });
  const { purchaseId, token } = mustSucceed(bought);
  const { id: orderId } = await db.order.findFirstOrThrow({ where: { purchaseId } });
  const byLink = { input: { token, orderId }, now: NOW, sealer };
  if (method === 'cod') mustSucceed(await confirmOrder(db, byLink));
  else {
    mustSucceed(await submitProof(db, { ...byLink, input: { token, orderId, storeKey: token, contentHash: token } }));
    const proof = await db.paymentProof.findFirstOrThrow({ where: { payment: { orderId } } });
    const input = { proofId: proof.id, orderId, isMoneyIn: true };
    mustSucceed(await reviewProof(db, { actor: maker.actor, input, now: NOW, sealer }));
  }
  return { maker, sister, variant, mat, orderId, token, byLink };
}

export type Sisters = Awaited<ReturnType<typeof createSisters>>;

/** She asks her sister; the id of the question. */
export async function askSister(db: Database, { maker, sister, orderId }: Sisters): Promise<string> {
  const input = { orderId, shopId: sister.shop.id };
  return mustSucceed(await proposeReassignment(db, { actor: maker.actor, input, now: NOW, sealer })).reassignmentId;
}
