// The nightly comparison: the last days' movements at the gateway against our ledger. What parts is recorded for finance to see;
// what has come together since is resolved by itself.
import { type Database, inTransaction } from '../database.ts';
import { addDays, DAY_MS, startOfDay } from '../dates.ts';
import type { CardGateway } from '../payments/card-gateway.ts';
import { failure, type Result, success } from '../result.ts';
import { listBookedSums } from './booked-sums.server.ts';
import { compareBooks, type Difference, sourceOf } from './compare-books.ts';

/** A bank takes up to 75 days to decide a dispute; its first movement must still be seen beside its last. */
const LOOK_BACK_DAYS = 100;

/** WIB days, both included. Running it again changes nothing. Returns how many differences are new and how many are gone. */
export async function compareDays(
  db: Database,
  { gateway, input, now }: { gateway: CardGateway; input: { firstDay: string; lastDay: string }; now: Date },
): Promise<Result<{ found: number; resolved: number }, 'unavailable'>> {
  const [from, to] = [startOfDay(input.firstDay), startOfDay(addDays(input.lastDay, 1))];
  const listed = await gateway.listMovements({
    from: new Date(from.getTime() - LOOK_BACK_DAYS * DAY_MS),
    to: new Date(now.getTime() + DAY_MS),
  });
  if (!listed.ok) return failure('unavailable');
  const open = await db.bookDifference.findMany({ where: { resolvedAt: null }, select: { sourceId: true } });
  const asked = new Set(open.map((difference) => difference.sourceId));
  for (const movement of listed.value)
    if (movement.createdAt >= from && movement.createdAt < to) asked.add(sourceOf(movement));
  const booked = await listBookedSums(db, { from, to, sourceIds: [...asked] });
  for (const sum of booked) asked.add(sum.sourceId);
  const movements = listed.value.filter((movement) => asked.has(sourceOf(movement)));
  return success(await record(db, compareBooks(movements, booked), now));
}

async function record(
  db: Database,
  differences: readonly Difference[],
  now: Date,
): Promise<{ found: number; resolved: number }> {
  return inTransaction(db, async (tx) => {
    const still = differences.map((difference) => difference.sourceId);
    const resolved = await tx.bookDifference.updateMany({
      where: { resolvedAt: null, sourceId: { notIn: still } },
      data: { resolvedAt: now },
    });
    let found = 0;
    for (const difference of differences) {
      const before = await tx.bookDifference.findUnique({ where: { sourceId: difference.sourceId } });
      const sums = { gatewayRupiah: difference.gatewayRupiah, ledgerRupiah: difference.ledgerRupiah };
      if (before && isSame(before, difference)) continue;
      found += 1;
      // Other sums than those that finance has looked at are to be looked at again.
      const news = { ...sums, kind: difference.kind, foundAt: now, resolvedAt: null, lookedAt: null, lookedById: null };
      await tx.bookDifference.upsert({
        where: { sourceId: difference.sourceId },
        create: { ...news, sourceId: difference.sourceId, happenedAt: difference.happenedAt },
        update: news,
      });
    }
    return { found, resolved: resolved.count };
  });
}

function isSame(
  kept: { gatewayRupiah: bigint | null; ledgerRupiah: bigint | null; resolvedAt: Date | null },
  { gatewayRupiah, ledgerRupiah }: Difference,
): boolean {
  const number = (sum: bigint | null) => (sum === null ? null : Number(sum));
  return (
    kept.resolvedAt === null &&
    number(kept.gatewayRupiah) === gatewayRupiah &&
    number(kept.ledgerRupiah) === ledgerRupiah
  );
}
