// A cohort of two villages whose women answered, for tests of outcomes.
import type { Sold } from '#app/domain/checkins/check-in-answers.ts';
import { recordCheckIn } from '#app/domain/checkins/record-check-in.server.ts';
import type { Database } from '#app/domain/database.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { NOW, SYSTEM } from '../fixtures.ts';
import { answerFor, createCohort, createGraduate } from '../income-fixtures.ts';

export const CIKOKOL = '36.71.01.1005';

/** Her answer of the last full month unless `month` says another; takings twice the profit. */
export async function answer(
  db: Database,
  personId: string,
  { profitRupiah, ...overrides }: { profitRupiah: number; month?: string; sold?: Sold },
) {
  const input = answerFor(personId, { profitRupiah, takingsRupiah: profitRupiah * 2, ...overrides });
  mustSucceed(await recordCheckIn(db, { actor: SYSTEM, input, now: NOW }));
}

/** Six women of Karang Sari (profits 100 to 600 thousand, the last without baseline), one silent, and as many of Cikokol as asked. */
export async function createStory(db: Database, cikokol = 5) {
  const cohort = await createCohort(db);
  const women = [];
  for (let index = 1; index <= 6; index++) {
    const woman = await createGraduate(db, cohort.id, { baselineRupiah: index === 6 ? null : 200_000 });
    await answer(db, woman.id, { profitRupiah: index * 100_000 });
    women.push(woman);
  }
  const silent = await createGraduate(db, cohort.id);
  // Enrolled, not graduated: in no figure, however much she earns.
  const attending = await createGraduate(db, cohort.id);
  await db.enrolment.updateMany({ where: { personId: attending.id }, data: { stage: 'attending' } });
  await answer(db, attending.id, { profitRupiah: 9_000_000 });
  for (let index = 0; index < cikokol; index++) {
    const woman = await createGraduate(db, cohort.id, { areaCode: CIKOKOL });
    await answer(db, woman.id, { profitRupiah: 50_000, sold: 'no' });
  }
  return { cohort, women, silent };
}
