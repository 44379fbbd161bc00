// The women behind a figure, by name, for those who may read a woman's file; each read is written into her log.
import { type Actor, can } from '../access/actor.ts';
import { type Database, inTransaction } from '../database.ts';
import { listEarnedOrders } from '../sales/money-queries.server.ts';
import { STAGES, type Stage } from './business-stage.ts';
import { changeOf, stageOf } from './outcome-figures.ts';
import type { OutcomeFilter } from './outcome-series.ts';
import { type GraduateRow, listGraduates } from './outcome-sources.server.ts';

export const MEASURES = [
  'all',
  'profit',
  'change',
  'answered',
  'silent',
  'verified',
  'recorded',
  'reported',
  'active',
] as const;
export type Measure = (typeof MEASURES)[number] | Stage;

export function isMeasure(text: string): text is Measure {
  return ([...MEASURES, ...STAGES] as readonly string[]).includes(text);
}

const IS_BEHIND: Readonly<Record<(typeof MEASURES)[number], (row: GraduateRow, month: string) => boolean>> = {
  all: () => true,
  profit: (row) => row.reportedProfitRupiah !== null,
  change: (row) => changeOf(row) !== null,
  answered: (row) => row.reportedSold !== null,
  silent: (row) => row.reportedSold === null,
  verified: (row) => row.verifiedOrders > 0,
  recorded: (row) => row.recordedSalesRupiah > 0,
  reported: (row) => row.reportedTakingsRupiah !== null,
  active: (row, month) => ['running', 'growing'].includes(stageOf(row, month)),
};

export interface OutcomeRow extends Omit<GraduateRow, 'months'> {
  readonly name: string;
  readonly stage: Stage;
  readonly changeRupiah: number | null;
  readonly orders: readonly { readonly number: string; readonly rupiah: number }[];
}

/** Null without the right to read files. A stage as measure lists the women in that stage. Sorted by name. */
export async function listOutcomeRows(
  db: Database,
  viewer: Actor,
  { cohortSlug, villageCode, month, measure, now }: OutcomeFilter & { measure: Measure; now: Date },
): Promise<OutcomeRow[] | null> {
  if (viewer.kind !== 'account' || !can(viewer, 'person.read')) return null;
  return inTransaction(db, async (tx) => {
    const graduates = await listGraduates(tx, { month, cohortSlug });
    const rows = graduates.filter(
      (row) => (villageCode === undefined || row.villageCode === villageCode) && isBehind(row, measure, month),
    );
    const ids = rows.map((row) => row.personId);
    const people = await tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
    const names = new Map(people.map((person) => [person.id, person.name]));
    const orders = Map.groupBy(await listEarnedOrders(tx, ids, month), (order) => order.personId);
    await tx.personRead.createMany({
      data: ids.map((personId) => ({ personId, accountId: viewer.accountId, purpose: 'outcome_rows', readAt: now })),
    });
    return rows
      .map(({ months, ...row }) => ({
        ...row,
        name: names.get(row.personId) ?? '',
        stage: stageOf({ ...row, months }, month),
        changeRupiah: changeOf(row),
        orders: (orders.get(row.personId) ?? []).map(({ number, rupiah }) => ({ number, rupiah })).reverse(),
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'id'));
  });
}

function isBehind(row: GraduateRow, measure: Measure, month: string): boolean {
  return Object.hasOwn(IS_BEHIND, measure)
    ? IS_BEHIND[measure as keyof typeof IS_BEHIND](row, month)
    : stageOf(row, month) === measure;
}
