// Two books of the same money laid side by side: the gateway's movements and what our ledger says of the gateway. Pure.
import type { GatewayMovement } from '../payments/card-gateway.ts';

/** What our ledger says of one payment, refund, dispute or payout, net of the gateway's fee. */
export interface BookedSum {
  /** The gateway's id of what it belongs to. */
  readonly sourceId: string;
  readonly rupiah: number;
  readonly bookedAt: Date;
}

export interface Difference {
  readonly sourceId: string;
  /** Kind of the gateway's first movement; `entry` when the gateway knows nothing of it. */
  readonly kind: string;
  readonly happenedAt: Date;
  /** Whole rupiah, positive when money came in; null: this book has no line about it. */
  readonly gatewayRupiah: number | null;
  readonly ledgerRupiah: number | null;
}

/** The gateway's id that both books know a movement by: a charge is known by its payment, the rest by itself. */
export function sourceOf(movement: GatewayMovement): string {
  const isCharge = movement.kind === 'charge' || movement.kind === 'payment';
  return (isCharge ? movement.intentId : null) ?? movement.sourceId ?? movement.id;
}

/**
 * Everything of which the two books say different sums. What has not ended at the gateway is left for the day on which it
 * has; so is money in another currency as long as our book has a line for it, for its sums cannot be laid side by side.
 */
export function compareBooks(movements: readonly GatewayMovement[], booked: readonly BookedSum[]): Difference[] {
  const ledger = new Map(booked.map((sum) => [sum.sourceId, sum]));
  const groups = Map.groupBy(movements, sourceOf);
  const found: Difference[] = [];
  for (const [sourceId, group] of groups) {
    const [first] = group;
    if (!first || group.some((movement) => movement.isUnderWay)) continue;
    const ours = ledger.get(sourceId);
    if (ours && first.currency !== 'idr') continue;
    const gatewayRupiah = group.reduce((sum, { amountRupiah, feeRupiah }) => sum + amountRupiah - feeRupiah, 0);
    if (gatewayRupiah === (ours?.rupiah ?? 0)) continue;
    found.push({
      sourceId,
      kind: first.kind,
      happenedAt: first.createdAt,
      gatewayRupiah,
      ledgerRupiah: ours?.rupiah ?? null,
    });
  }
  for (const sum of booked) {
    if (groups.has(sum.sourceId) || sum.rupiah === 0) continue;
    found.push({ ...pick(sum), kind: 'entry', gatewayRupiah: null });
  }
  return found.sort((a, b) => a.happenedAt.getTime() - b.happenedAt.getTime());
}

function pick({ sourceId, rupiah, bookedAt }: BookedSum) {
  return { sourceId, happenedAt: bookedAt, ledgerRupiah: rupiah };
}
