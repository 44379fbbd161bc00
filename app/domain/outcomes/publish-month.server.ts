// Publishes a month: computes once what analysts and the public are shown of it, and stores it for good. A late answer, a correction or
// a woman who is gone is seen in the months that are published after it, never in one that was shown before.
import { Prisma } from '#app/generated/prisma/client.ts';
import type { Actor } from '../access/actor.ts';
import { countStages, ENROLMENT_STAGES } from '../cohorts/cohort-queries.server.ts';
import { type Database, inTransaction, type Reader, type Transaction } from '../database.ts';
import { addMonths } from '../dates.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { partOf } from '../published-cells.ts';
import { failure, type Result, success } from '../result.ts';
import { DEFINITION_VERSION } from './outcome-figures.ts';
import { SERIES_MONTHS } from './outcome-series.ts';
import { type GraduateRow, listGraduates, listSales, listUncounted } from './outcome-sources.server.ts';
import { lastDueMonth } from './publication-days.ts';
import { publishedCounts } from './published-figures.ts';
import { type DrawFor, drawOnce, publishedEarnings, publishedGroups } from './published-groups.ts';

interface Given {
  readonly actor: Actor;
  readonly now: Date;
  /** From 0 (included) to 1 (not), and not to be guessed: it rounds. */
  readonly random: () => number;
}

/** The months of the chart whose day has come and that are not published, oldest first; none before the first graduation. */
export async function listMonthsToPublish(db: Reader, now: Date): Promise<string[]> {
  const last = lastDueMonth(now);
  const [published, [first]] = await Promise.all([
    db.publishedMonth.findMany({ select: { month: true } }),
    db.$queryRaw<{ month: string | null }[]>`
      select to_char(min(c."endsOn"), 'YYYY-MM') as month from "Cohort" c
      where exists (select 1 from "Enrolment" e where e."cohortId" = c.id and e.stage = 'graduated')`,
  ]);
  const known = new Set(published.map(({ month }) => month));
  const months = Array.from({ length: SERIES_MONTHS }, (_, back) => addMonths(last, back + 1 - SERIES_MONTHS));
  return months.filter((month) => first?.month && month >= first.month && !known.has(month));
}

/** Once: of a month that is published `isNew` is false and nothing changes. */
export async function publishMonth(
  db: Database,
  { actor, input: { month }, now, random }: Given & { input: { month: string } },
): Promise<Result<{ isNew: boolean }, 'forbidden' | 'notOver'>> {
  if (actor.kind !== 'system') return failure('forbidden');
  if (month > lastDueMonth(now)) return failure('notOver', 'month');
  return inTransaction(db, async (tx) => {
    const drawFor = drawOnce(random);
    const uncounted = new Set(await listUncounted(tx));
    const isCounted = ({ personId }: { personId: string }) => !uncounted.has(personId);
    const graduates = (await listGraduates(tx, { month })).filter(isCounted);
    const sales = (await listSales(tx, month)).filter(isCounted);
    const published = {
      ...{ month, publishedAt: now, definitionVersion: DEFINITION_VERSION },
      earned: publishedEarnings(salesOf(sales), random()) ?? Prisma.DbNull,
      enrolments: await publishedEnrolments(tx, drawFor),
    };
    // Whoever publishes the same month meanwhile waits here, and then finds it done.
    const { count } = await tx.publishedMonth.createMany({ data: published, skipDuplicates: true });
    if (count === 0) return success({ isNew: false });
    const outside = partOf(salesOf(outsideOf(sales, graduates)));
    await tx.publishedGroup.createMany({
      data: await withCohorts(tx, publishedGroups(graduates, { month, outside, random, drawFor }), month),
    });
    await recordEvent(tx, { actor, now, kind: 'month.published', subject: ['month', month] });
    return success({ isNew: true });
  });
}

type Sale = Awaited<ReturnType<typeof listSales>>[number];

function salesOf(sales: readonly Sale[]): number[] {
  return sales.map(({ verifiedRupiah }) => verifiedRupiah);
}

function outsideOf(sales: readonly Sale[], graduates: readonly GraduateRow[]): Sale[] {
  const inside = new Set(graduates.map(({ personId }) => personId));
  return sales.filter(({ personId }) => !inside.has(personId));
}

/** Every stage is named, whether anybody is in it or not. */
async function publishedEnrolments(tx: Transaction, drawFor: DrawFor): Promise<Prisma.InputJsonObject> {
  const cohorts = [...(await countStages(tx))].map(([slug, stages]) => {
    const counts = Object.fromEntries(ENROLMENT_STAGES.map((stage) => [stage, stages[stage] ?? 0]));
    return [slug, publishedCounts(counts, drawFor(slug))] as const;
  });
  return Object.fromEntries(cohorts);
}

async function withCohorts(tx: Transaction, groups: ReturnType<typeof publishedGroups>, month: string) {
  const cohorts = await tx.cohort.findMany({ select: { id: true, slug: true } });
  const ids = new Map(cohorts.map(({ id, slug }) => [slug, id]));
  return groups.map(({ cohortSlug, villageCode, figures, bands }) => ({
    ...{ month, villageCode, cohortId: ids.get(cohortSlug) ?? '' },
    figures: asJson(figures),
    bands: asJson(bands),
  }));
}

function asJson(cells: object | null) {
  return cells ? (cells as Prisma.InputJsonObject) : Prisma.DbNull;
}
