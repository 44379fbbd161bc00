// The SQL behind the outcome figures: one row per graduate with her month and her history, and one row per month for the chart.
import { Prisma } from '#app/generated/prisma/client.ts';
import { consentRefused } from '../consents/consent-in-force.ts';
import type { Reader } from '../database.ts';
import { addMonths } from '../dates.ts';
import type { MonthFigures } from '../sales/month-sources.server.ts';

/** month, has a sale (null = unknown), says closed, back on, profit told. */
export type MonthTuple = [
  month: string,
  hasSale: boolean | null,
  saysClosed: boolean,
  backOn: string | null,
  profitRupiah: number | null,
];

export interface GraduateRow extends MonthFigures {
  readonly cohortSlug: string;
  readonly graduatedOn: Date;
  readonly personId: string;
  readonly villageCode: string | null;
  readonly villageName: string | null;
  readonly baselineRupiah: number | null;
  /** Every month since graduation of which something is known, oldest first. */
  readonly months: readonly MonthTuple[] | null;
  /** She paid wages in one of the last three months. */
  readonly hasPaidHelper: boolean;
}

/** All who had graduated by the end of `month`, of one cohort or of every cohort. */
export function listGraduates(db: Reader, { month, cohortSlug }: { month: string; cohortSlug?: string }) {
  const firstOfWindow = addMonths(month, -2);
  return db.$queryRaw<GraduateRow[]>`
    select c.slug as "cohortSlug", c."endsOn" as "graduatedOn", e."personId", p."areaCode" as "villageCode",
      a.name as "villageName", b."incomeRupiah" as "baselineRupiah",
      coalesce(m."verifiedRupiah", 0) as "verifiedRupiah", coalesce(m."verifiedOrders", 0) as "verifiedOrders",
      coalesce(m."recordedSalesRupiah", 0) as "recordedSalesRupiah",
      coalesce(m."recordedCostsRupiah", 0) as "recordedCostsRupiah",
      m."reportedProfitRupiah", m."reportedTakingsRupiah", m."reportedSold", history.months,
      exists (select 1 from "CashEntry" w where w."personId" = e."personId" and w.category = 'wages'
        and w."struckAt" is null and w."happenedOn" >= ${`${firstOfWindow}-01`}::date
        and w."happenedOn" < ${`${addMonths(month, 1)}-01`}::date)
      or exists (select 1 from "CheckIn" w where w."personId" = e."personId"
        and w.month between ${firstOfWindow} and ${month} and (w."costParts"->>'wages')::bigint > 0
        and not exists (select 1 from "CheckIn" later where later."personId" = w."personId"
          and later.month = w.month and later.revision > w.revision)) as "hasPaidHelper"
    from "Enrolment" e join "Cohort" c on c.id = e."cohortId" join "Person" p on p.id = e."personId"
      left join "Area" a on a.code = p."areaCode" left join "Baseline" b on b."enrolmentId" = e.id
      left join "PersonMonth" m on m."personId" = e."personId" and m.month = ${month}
      left join lateral (${historyOf(month)}) history on true
    where e.stage = 'graduated' and to_char(c."endsOn", 'YYYY-MM') <= ${month}
      ${cohortSlug === undefined ? Prisma.empty : Prisma.sql`and c.slug = ${cohortSlug}`}
    order by c."endsOn", e."personId"`;
}

function historyOf(month: string): Prisma.Sql {
  return Prisma.sql`
    select json_agg(json_build_array(h.month,
      case when h."verifiedOrders" > 0 or h."recordedSalesRupiah" > 0 or h."reportedSold" = 'yes' then true
        when h."reportedSold" is not null then false end,
      h."reportedSold" = 'closed' is true,
      case when h."reportedSold" = 'break' then (select to_char(k."backOn", 'YYYY-MM-DD') from "CheckIn" k
        where k."personId" = h."personId" and k.month = h.month order by k.revision desc limit 1) end,
      h."reportedProfitRupiah") order by h.month) as months
    from "PersonMonth" h
    where h."personId" = e."personId" and h.month between to_char(c."endsOn", 'YYYY-MM') and ${month}`;
}

/** What the women of one village put into a month, whole rupiah. */
export interface SeriesRow {
  readonly month: string;
  readonly villageCode: string | null;
  readonly verifiedRupiah: number;
  readonly recordedRupiah: number;
  readonly reportedRupiah: number;
  /** Profits told. */
  readonly profits: readonly number[];
}

/** Months `from` to `until` of which anything is known, of the graduates of one cohort. */
export function listSeries(
  db: Reader,
  { cohortSlug, from, until }: { cohortSlug: string; from: string; until: string },
): Promise<SeriesRow[]> {
  return db.$queryRaw<SeriesRow[]>`
    select m.month, p."areaCode" as "villageCode", sum(m."verifiedRupiah")::float8 as "verifiedRupiah",
      sum(m."recordedSalesRupiah")::float8 as "recordedRupiah",
      coalesce(sum(m."reportedTakingsRupiah"), 0)::float8 as "reportedRupiah",
      coalesce(array_agg(m."reportedProfitRupiah") filter (where m."reportedProfitRupiah" is not null), '{}') as profits
    from "PersonMonth" m join "Enrolment" e on e."personId" = m."personId" join "Cohort" c on c.id = e."cohortId"
      join "Person" p on p.id = m."personId"
    where c.slug = ${cohortSlug} and e.stage = 'graduated'
      and m.month between ${from} and ${until} and m.month >= to_char(c."endsOn", 'YYYY-MM')
    group by m.month, p."areaCode" order by m.month`;
}

/** Every maker who sold something here in `month`, a graduate or not. */
export function listSales(db: Reader, month: string) {
  return db.personMonth.findMany({
    where: { month, verifiedRupiah: { gt: 0 } },
    select: { personId: true, verifiedRupiah: true },
  });
}

/** Who said no to being counted in what is published. Who was never asked is counted: monitoring is a public task, of which she is told. */
export async function listUncounted(db: Reader): Promise<string[]> {
  const rows = await db.$queryRaw<{ personId: string }[]>`
    select distinct asked."personId" from "Consent" asked
    where asked.purpose = 'statistics' and ${consentRefused(Prisma.sql`asked."personId"`, 'statistics')}`;
  return rows.map(({ personId }) => personId);
}
