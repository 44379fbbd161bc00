// Claims on stock. A hold is taken by one conditional update per variant (never read-then-write) and ends exactly once.
import type { Transaction } from '../database.ts';
import { addDays, dayOf, toDateColumn, weekOf } from '../dates.ts';
import { refreshListing } from '../listings/refresh-listing.server.ts';

const WEEKS_AHEAD = 8;

export interface Claim {
  readonly variantId: string;
  readonly listingId: string;
  readonly quantity: number;
  readonly makeDays: number | null;
  readonly weeklyCapacity: number | null;
}

export interface Held {
  readonly variantId: string;
  readonly weekOn: Date | null;
  /** `YYYY-MM-DD` by which it is promised; null when it lies ready. */
  readonly promisedOn: string | null;
}

/** Holds one claim from stock, else from the first week with room to make it. Null: neither has enough. */
export async function holdVariant(tx: Transaction, claim: Claim, now: Date): Promise<Held | null> {
  const fromStock = await tx.$executeRaw`
    UPDATE "Variant" SET held = held + ${claim.quantity}
    WHERE id = ${claim.variantId}::uuid AND NOT "isRetired" AND "onHand" - held >= ${claim.quantity}`;
  if (fromStock === 1) return { variantId: claim.variantId, weekOn: null, promisedOn: null };
  if (claim.makeDays === null || claim.weeklyCapacity === null) return null;
  return holdWeek(tx, { ...claim, makeDays: claim.makeDays, weeklyCapacity: claim.weeklyCapacity }, now);
}

async function holdWeek(
  tx: Transaction,
  claim: Claim & { makeDays: number; weeklyCapacity: number },
  now: Date,
): Promise<Held | null> {
  for (let ahead = 0; ahead < WEEKS_AHEAD; ahead++) {
    const week = addDays(weekOf(now), ahead * 7);
    await tx.variantWeek.createMany({
      data: { variantId: claim.variantId, weekOn: toDateColumn(week), capacity: claim.weeklyCapacity },
      skipDuplicates: true,
    });
    const held = await tx.$executeRaw`
      UPDATE "VariantWeek" SET held = held + ${claim.quantity}
      WHERE "variantId" = ${claim.variantId}::uuid AND "weekOn" = ${week}::date AND capacity - held >= ${claim.quantity}`;
    if (held === 1) {
      const start = ahead === 0 ? dayOf(now) : week;
      return { variantId: claim.variantId, weekOn: toDateColumn(week), promisedOn: addDays(start, claim.makeDays) };
    }
  }
  return null;
}

/**
 * Ends the active holds of an order: `released` gives the stock back, `consumed` takes it off the shelf.
 * Ending them again changes nothing: only rows still active are moved.
 */
export async function endHolds(
  tx: Transaction,
  orderId: string,
  as: 'released' | 'consumed',
  now: Date,
): Promise<void> {
  const ended = await tx.$queryRaw<{ variantId: string; weekOn: Date | null; quantity: number; listingId: string }[]>`
    UPDATE "Hold" h SET status = ${as}, "endedAt" = ${now}
    FROM "Variant" v WHERE v.id = h."variantId" AND h."orderId" = ${orderId}::uuid AND h.status = 'active'
    RETURNING h."variantId", h."weekOn", h.quantity, v."listingId"`;
  for (const hold of ended.sort((a, b) => a.variantId.localeCompare(b.variantId))) {
    if (hold.weekOn === null) {
      const taken = as === 'consumed' ? hold.quantity : 0;
      await tx.$executeRaw`
        UPDATE "Variant" SET held = held - ${hold.quantity}, "onHand" = "onHand" - ${taken} WHERE id = ${hold.variantId}::uuid`;
    } else if (as === 'released') {
      await tx.$executeRaw`
        UPDATE "VariantWeek" SET held = held - ${hold.quantity}
        WHERE "variantId" = ${hold.variantId}::uuid AND "weekOn" = ${hold.weekOn}`;
    }
  }
  await refreshAvailability(
    tx,
    ended.map((hold) => hold.listingId),
  );
}

/** Mats that came back, also those made to order, lie on the shelf again. */
export async function restock(tx: Transaction, orderId: string): Promise<void> {
  const lines = await tx.orderLine.findMany({
    where: { orderId },
    orderBy: { variantId: 'asc' },
    select: { variantId: true, quantity: true, variant: { select: { listingId: true } } },
  });
  for (const line of lines) {
    await tx.variant.update({ where: { id: line.variantId }, data: { onHand: { increment: line.quantity } } });
  }
  await refreshAvailability(
    tx,
    lines.map((line) => line.variant.listingId),
  );
}

/** In id order, so that two orders over the same mats never wait for each other in a circle. */
export async function refreshAvailability(tx: Transaction, listingIds: readonly string[]): Promise<void> {
  for (const listingId of [...new Set(listingIds)].sort()) await refreshListing(tx, listingId);
}
