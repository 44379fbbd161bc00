// The seed of incomes on PostgreSQL: through the commands, on a moving clock, provable afterwards.
import { expect, test } from 'vitest';
import { randomFrom } from '#app/domain/outcomes/random-generator.ts';
import { listRollupDifferences } from '#app/domain/sales/audit-person-months.server.ts';
import { type SeedPerson, seedIncome } from '#prisma/seed/income.ts';
import { createPerson, SYSTEM, VILLAGE } from '#tests/support/fixtures.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const database = useTestDatabase();

test.each([
  ['2026-11-20T03:00:00Z', 11],
  ['2026-11-01T03:00:00Z', 12],
])(
  'writes two years that end last month of %s, each act at its own time, and leaves the rollups equal to their sources',
  async (at, seed) => {
    const now = new Date(at);
    const people: SeedPerson[] = [];
    for (let index = 0; index < 12; index++) {
      const { id: personId } = await createPerson(database.db);
      people.push({ personId, baselineRupiah: index % 4 ? 180_000 : null, areaCode: VILLAGE });
    }
    const written = await seedIncome(database.db, { now, random: randomFrom(seed), people, actor: SYSTEM });
    const ofThem = { personId: { in: people.map((person) => person.personId) } };
    expect(written.checkIns).toBe(await database.db.checkIn.count({ where: ofThem }));
    expect(written.cashEntries).toBe(await database.db.cashEntry.count({ where: ofThem }));
    expect(written.cashEntries).toBeGreaterThan(0);
    const months = await database.db.checkIn.aggregate({
      where: ofThem,
      _min: { month: true, answeredAt: true },
      _max: { month: true, answeredAt: true },
    });
    expect(months._min.month).toBe('2024-11');
    expect(months._max.month).toBe('2026-10');
    expect(months._min.answeredAt?.toISOString().slice(0, 7)).toBe('2024-12');
    expect(Number(months._max.answeredAt)).toBeLessThanOrEqual(Number(now));
    expect(await listRollupDifferences(database.db)).toEqual([]);
  },
);
