// "Sold outside": mats that left her hands without an order here. Stock goes down, never below what buyers hold, and her cash book gains a line.

import { refreshPersonMonth } from '#app/domain/sales/refresh-person-month.server.ts';
import type { Actor } from '../access/actor.ts';
import { type Database, inTransaction } from '../database.ts';
import { dayOf, monthOf, toDateColumn } from '../dates.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { failure, type Result, success } from '../result.ts';
import { findKeptVariant, onBehalfOf } from './listing-access.server.ts';
import { refreshListing } from './refresh-listing.server.ts';

/** `notEnough`: fewer free mats than that (on hand minus held by buyers). Only an account can say it: the book names who wrote. */
export async function recordOutsideSale(
  db: Database,
  {
    actor,
    input,
    now,
  }: { actor: Actor; input: { variantId: string; quantity: number; totalRupiah: number }; now: Date },
): Promise<Result<null, 'notFound' | 'invalid' | 'forbidden' | 'notEnough'>> {
  const { variantId, quantity, totalRupiah } = input;
  if (actor.kind !== 'account') return failure('forbidden');
  if (![quantity, totalRupiah].every((amount) => Number.isSafeInteger(amount) && amount > 0)) return failure('invalid');
  return inTransaction(db, async (tx) => {
    const variant = await findKeptVariant(tx, { actor, now, id: variantId });
    if (!variant) return failure('notFound');
    const taken = await tx.$executeRaw`
      UPDATE "Variant" SET "onHand" = "onHand" - ${quantity}
      WHERE id = ${variantId}::uuid AND "onHand" - held >= ${quantity}`;
    if (taken === 0) return failure('notEnough', 'quantity');
    const { personId } = variant.listing.shop;
    await tx.cashEntry.create({
      data: {
        personId,
        kind: 'sale_outside',
        category: 'keset',
        amountRupiah: totalRupiah,
        quantity,
        variantId,
        happenedOn: toDateColumn(dayOf(now)),
        recordedById: actor.accountId,
        recordedAt: now,
      },
    });
    await refreshListing(tx, variant.listingId);
    await refreshPersonMonth(tx, personId, monthOf(now));
    await recordEvent(tx, {
      actor,
      now,
      kind: 'listing.sold_outside',
      subject: ['listing', variant.listingId],
      onBehalfOfId: onBehalfOf(actor, variant.listing.shop),
      facts: { variantId, quantity },
    });
    return success(null);
  });
}
