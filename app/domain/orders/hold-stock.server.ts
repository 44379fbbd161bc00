// Claims on stock. A hold is taken by one conditional update per variant (never read-then-write) and ends exactly once.
import type { Transaction } from '../database.ts';
import { addDays, dayOf, toDateColumn, weekOf } from '../dates.ts';
import { refreshListings } from '../listings/refresh-listing.server.ts';

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

/**
 * Holds every claim (one per variant): from stock, else from the first week with room to make it. Null: one of them has neither;
 * the caller must roll back then. Variants are claimed in id order, so that two carts with the same mats never deadlock.
 */
export async function holdVariants(
  tx: Transaction,
  claims: readonly Claim[],
  now: Date,
): Promise<ReadonlyMap<string, Held> | null> {
  const sorted = [...claims].sort((a, b) => (a.variantId < b.variantId ? -1 : 1));
  const ids = sorted.map((claim) => claim.variantId);
  const quantities = sorted.map((claim) => claim.quantity);
  const fromStock = await tx.$queryRaw<{ id: string; isLast: boolean }[]>`
    WITH wanted AS (
      SELECT v.id, w.quantity FROM unnest(${ids}::uuid[], ${quantities}::int[]) AS w(id, quantity)
      JOIN "Variant" v ON v.id = w.id ORDER BY v.id FOR NO KEY UPDATE OF v)
    UPDATE "Variant" v SET held = held + wanted.quantity FROM wanted
    WHERE v.id = wanted.id AND NOT v."isRetired" AND v."onHand" - v.held >= wanted.quantity
    RETURNING v.id, v."onHand" = v.held AS "isLast"`;
  const ready = new Map(fromStock.map((row) => [row.id, row.isLast]));
  const held = new Map<string, Held>();
  for (const claim of sorted) {
    const { variantId, makeDays, weeklyCapacity } = claim;
    if (ready.has(variantId)) held.set(variantId, { variantId, weekOn: null, promisedOn: null });
    else {
      if (makeDays === null || weeklyCapacity === null) return null;
      const week = await holdWeek(tx, { ...claim, makeDays, weeklyCapacity }, now);
      if (!week) return null;
      held.set(variantId, week);
    }
  }
  await refreshAvailability(
    tx,
    // Only the last of a mat changes what its listing says.
    claims.flatMap(({ variantId, listingId }) => (ready.get(variantId) ? [listingId] : [])),
  );
  return held;
}

/** The day by which all of them are promised; null when all lie ready. */
export function latestPromise(held: Iterable<Held | undefined>): string | null {
  const days = [...held].flatMap((hold) => hold?.promisedOn ?? []);
  return days.sort().at(-1) ?? null;
}

/**
 * Mats for an order that is already written: its money came late, or another maker takes it over. Holds the claims (one per variant)
 * and promises the day anew: what lay ready may have to be made now, and the other way round. Null: not all are there; the caller takes
 * back what was held. Otherwise the day of the promise, or null in it when all lie ready.
 */
export async function holdOrder(
  tx: Transaction,
  { orderId, claims, now }: { orderId: string; claims: readonly Claim[]; now: Date },
): Promise<{ promisedOn: string | null } | null> {
  const held = await holdVariants(tx, claims, now);
  if (!held) return null;
  await tx.hold.createMany({
    data: claims.map(({ variantId, quantity }) => ({
      ...{ orderId, variantId, quantity, status: 'active', createdAt: now },
      weekOn: held.get(variantId)?.weekOn ?? null,
    })),
  });
  const promisedOn = latestPromise(held.values());
  await tx.order.update({
    where: { id: orderId },
    data: { promisedOn: promisedOn ? toDateColumn(promisedOn) : null },
  });
  return { promisedOn };
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

async function refreshAvailability(tx: Transaction, listingIds: readonly string[]): Promise<void> {
  if (listingIds.length > 0) await refreshListings(tx, [...new Set(listingIds)]);
}
