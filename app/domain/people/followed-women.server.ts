// Whom an officer sees today: all the women of her areas, ranked, a page at a time. A person decides; the rank is advice.
import type { Prisma } from '#app/generated/prisma/client.ts';
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

export interface FollowedPage {
  readonly women: readonly FollowedWoman[];
  readonly total: number;
  /** How many of all, not only of this page, have a reason. */
  readonly due: number;
  /** From 1; a page beyond the last is the last. */
  readonly page: number;
  readonly pages: number;
}

export const WOMEN_A_PAGE = 60;
/** The last full month and the five before it. */
const MONTHS_LOOKED_AT = 6;

/** Every woman in reach is ranked before the list is cut: the heaviest reason comes first whatever her name is. */
export async function listFollowedWomen(
  reader: Reader,
  { viewer, now, page }: { viewer: AccountActor; now: Date; page: number },
): Promise<FollowedPage> {
  const ranked = await rankWomen(reader, viewer, now);
  const pages = Math.max(1, Math.ceil(ranked.length / WOMEN_A_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  return {
    women: ranked.slice((shown - 1) * WOMEN_A_PAGE, shown * WOMEN_A_PAGE),
    total: ranked.length,
    due: ranked.filter((woman) => woman.reason).length,
    page: shown,
    pages,
  };
}

async function rankWomen(reader: Reader, viewer: AccountActor, now: Date): Promise<FollowedWoman[]> {
  const scope = personScope(viewer, now);
  if (!scope) return [];
  const women = await listGraduates(reader, scope, now);
  return women
    .map((woman) => ({
      personId: woman.id,
      name: woman.name,
      village: woman.area?.name ?? '',
      reason: reasonToVisit({
        today: dayOf(now),
        graduatedOn: woman.enrolments[0] ? fromDateColumn(woman.enrolments[0].cohort.endsOn) : null,
        orders: woman.shop?.orders ?? [],
        months: woman.months,
      }),
    }))
    .sort(byWeight);
}

/** Equal weights by name, and women of one name by id, so that a page shows the same women again. */
function byWeight(a: FollowedWoman, b: FollowedWoman): number {
  return (
    (b.reason?.weight ?? 0) - (a.reason?.weight ?? 0) ||
    a.name.localeCompare(b.name) ||
    a.personId.localeCompare(b.personId)
  );
}

/** With all that a reason to visit is found in. */
function listGraduates(reader: Reader, scope: Prisma.PersonWhereInput, now: Date) {
  const firstMonth = addMonths(monthOf(now), -MONTHS_LOOKED_AT);
  return reader.person.findMany({
    where: { AND: [scope, { enrolments: { some: { stage: 'graduated' } } }] },
    select: {
      id: true,
      name: true,
      area: { select: { name: true } },
      enrolments: {
        where: { stage: 'graduated' },
        select: { cohort: { select: { endsOn: true } } },
        orderBy: { cohort: { endsOn: 'asc' } },
        take: 1,
      },
      months: {
        where: { month: { gte: firstMonth } },
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
            select: {
              status: true,
              placedAt: true,
              confirmedAt: true,
              readyAt: true,
              shippedAt: true,
              promisedOn: true,
            },
          },
        },
      },
    },
  });
}
