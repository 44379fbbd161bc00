// Whom an officer sees today: the women of her areas, those with a reason first. A person decides; the rank is advice.
import type { AccountActor } from '../access/actor.ts';
import type { Reader } from '../database.ts';
import { addMonths, dayOf, fromDateColumn, monthOf } from '../dates.ts';
import { ordersToSee } from './order-reason.ts';
import { personScope } from './person-scope.server.ts';
import { type FollowUpReason, reasonToVisit } from './reason-to-visit.ts';

export interface FollowedWoman {
  readonly personId: string;
  readonly name: string;
  readonly village: string;
  readonly reason: FollowUpReason | null;
}

const MOST = 400;

export async function listFollowedWomen(reader: Reader, viewer: AccountActor, now: Date): Promise<FollowedWoman[]> {
  const scope = personScope(viewer, now);
  if (!scope) return [];
  const lastMonth = addMonths(monthOf(now), -1);
  const people = await reader.person.findMany({
    where: { AND: [scope, { enrolments: { some: { stage: 'graduated' } } }] },
    take: MOST,
    orderBy: { name: 'asc' },
    select: {
      id: true,
      name: true,
      area: { select: { name: true } },
      enrolments: { select: { cohort: { select: { endsOn: true } } }, take: 1 },
      months: {
        where: { month: { gte: addMonths(lastMonth, -5) } },
        select: {
          month: true,
          verifiedRupiah: true,
          recordedSalesRupiah: true,
          reportedSold: true,
          reportedTakingsRupiah: true,
          reportedProfitRupiah: true,
        },
      },
      shop: {
        select: {
          orders: {
            where: ordersToSee(now),
            select: { status: true, placedAt: true, confirmedAt: true, readyAt: true, promisedOn: true },
          },
        },
      },
    },
  });
  return people
    .map((person) => ({
      personId: person.id,
      name: person.name,
      village: person.area?.name ?? '',
      reason: reasonToVisit({
        today: dayOf(now),
        graduatedOn: person.enrolments[0] ? fromDateColumn(person.enrolments[0].cohort.endsOn) : null,
        orders: person.shop?.orders ?? [],
        months: person.months,
      }),
    }))
    .sort((a, b) => (b.reason?.weight ?? 0) - (a.reason?.weight ?? 0) || a.name.localeCompare(b.name));
}
