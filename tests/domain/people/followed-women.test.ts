// The officer's list: everybody in her areas is ranked before it is cut into pages, whatever her name is.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AccountActor } from '#app/domain/access/actor.ts';
import { listFollowedWomen, WOMEN_A_PAGE } from '#app/domain/people/followed-women.server.ts';
import { createAccount, createAreas, createOfficer, NOW, VILLAGE } from '#tests/support/fixtures.ts';
import { createCohort } from '#tests/support/income-fixtures.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();
const MANY = 450;
let officer: AccountActor;
let ids: string[];

beforeAll(async () => {
  const { db } = test;
  await createAreas(db);
  officer = await createOfficer(db, VILLAGE);
  const cohort = await createCohort(db, { endsOn: '2026-04-24' });
  ids = Array.from({ length: MANY }, () => randomUUID());
  const add = async (persons: { id: string; name: string; areaCode: string }[], stage: string) => {
    await db.person.createMany({ data: persons.map((person) => ({ ...person, createdAt: NOW })) });
    await db.enrolment.createMany({
      data: persons.map(({ id }) => ({ cohortId: cohort.id, personId: id, stage, enrolledAt: NOW })),
    });
  };
  await add(
    ids.map((id, i) => ({ id, name: `Ibu ${String(i).padStart(3, '0')}`, areaCode: VILLAGE })),
    'graduated',
  );
  await add([{ id: randomUUID(), name: 'Aaa waits', areaCode: VILLAGE }], 'waitlisted');
  await add([{ id: randomUUID(), name: 'Aab elsewhere', areaCode: '36.71.01.1005' }], 'graduated');
  // All sold and answered last month, but for the last three by name.
  await db.personMonth.createMany({
    data: ids.slice(0, MANY - 3).map((personId) => ({
      personId,
      month: '2026-10',
      verifiedRupiah: 0,
      recordedSalesRupiah: 0,
      reportedSold: 'yes',
      reportedProfitRupiah: 200_000,
    })),
  });
});

const list = (page: number, viewer = officer) => listFollowedWomen(test.db, { viewer, now: NOW, page });

describe('the list of today', () => {
  it('begins with those who have a reason, also where they are last by name', async () => {
    const first = await list(1);
    expect(first).toMatchObject({ total: MANY, due: 3, page: 1, pages: Math.ceil(MANY / WOMEN_A_PAGE) });
    expect(first.women.slice(0, 4).map(({ name, reason }) => [name, reason?.kind ?? null])).toEqual([
      ['Ibu 447', 'noSale'],
      ['Ibu 448', 'noSale'],
      ['Ibu 449', 'noSale'],
      ['Ibu 000', null],
    ]);
  });

  it('holds every woman of her areas once, over all pages, and nobody else', async () => {
    const { pages } = await list(1);
    const seen: string[] = [];
    for (let page = 1; page <= pages; page++) seen.push(...(await list(page)).women.map((woman) => woman.personId));
    expect(seen.toSorted()).toEqual(ids.toSorted());
  });

  it.each([
    [0, 1],
    [99, Math.ceil(MANY / WOMEN_A_PAGE)],
  ])('asked for page %i shows page %i', async (asked, shown) => {
    expect((await list(asked)).page).toBe(shown);
  });

  it('is empty for an officer without areas and for an analyst', async () => {
    for (const role of ['field_officer', 'analyst'] as const)
      expect(await list(1, await createAccount(test.db, role))).toEqual({
        women: [],
        total: 0,
        due: 0,
        page: 1,
        pages: 1,
      });
  });

  it('counts from her first course when she took another later', async () => {
    const personId = ids[MANY - 1] ?? '';
    const later = await createCohort(test.db, { endsOn: '2026-11-10' });
    await test.db.enrolment.create({
      data: { cohortId: later.id, personId, stage: 'graduated', enrolledAt: NOW },
    });
    expect((await list(1)).women.find((woman) => woman.personId === personId)?.reason?.kind).toBe('noSale');
  });
});
