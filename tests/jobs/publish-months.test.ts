// Months come out by themselves on their day, once, rounded by chance.
import { expect, it } from 'vitest';
import { publishMonths } from '#app/jobs/publish-months.ts';
import { NOW } from '#tests/support/fixtures.ts';
import { createCohort, createGraduate } from '#tests/support/income-fixtures.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();

it('publishes what is due, and the next month when its day has come', async () => {
  const cohort = await createCohort(site.db, { endsOn: '2026-09-24' });
  for (let index = 0; index < 12; index++) await createGraduate(site.db, cohort.id);
  const at = (now: Date) => publishMonths({ ...site.services, now: () => now });
  const monthsOut = async () => (await site.db.publishedMonth.findMany()).map(({ month }) => month).sort();
  await at(new Date('2026-11-09T16:59:59Z'));
  expect(await monthsOut()).toEqual(['2026-09']);
  await at(NOW);
  await at(NOW);
  expect(await monthsOut()).toEqual(['2026-09', '2026-10']);
  expect(await site.db.event.count({ where: { kind: 'month.published' } })).toBe(2);
});

it('rounds each month anew', async () => {
  const later = new Date('2028-09-20T03:00:00Z');
  await publishMonths({ ...site.services, now: () => later });
  const groups = await site.db.publishedGroup.findMany({ where: { villageCode: 'all' } });
  const graduates = groups.map(({ figures }) => (figures as { graduates: number }).graduates);
  // Twelve women, 24 months: that all go one way has a chance of one in two hundred thousand.
  expect(new Set(graduates)).toEqual(new Set([10, 15]));
});
