// The demonstration city: filled on the first start through the same commands as the site, with a fixed seed and a clock that
// moves from April 2019 to today. Pictures are drawn in worker threads meanwhile.
import sharp from 'sharp';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Database } from '#app/domain/database.ts';
import type { Services } from '#app/server/context.ts';
import { seedCohorts } from './cohorts.ts';
import { seedIncome } from './income.ts';
import { hirePhotographer } from './mat-photographs.ts';
import { seedOrders } from './orders.ts';
import { seedAreas, seedBenchmarks, seedPickupPoints, seedStaff } from './people.ts';
import { seededRandom } from './pictures/seeded-random.ts';
import { seedShops } from './shops.ts';

const SEED = 20190424;
const SEEDER: Actor = { kind: 'system', name: 'seed' };
const COURSE_AT = new Date('2019-04-24T03:00:00Z');
const FULL_MARK = 'demonstration-city';

/** Half a city (a first start that was cut off) counts as one that cannot be used: it says so. */
export async function isCityEmpty(db: Database): Promise<boolean> {
  if (await db.setting.findUnique({ where: { key: FULL_MARK } })) return false;
  if ((await db.area.count()) > 0) {
    throw new Error('the demonstration city is only half filled: delete the data folder (DATA_DIR) and start again');
  }
  return true;
}

export async function seedCity(services: Services): Promise<void> {
  const { db, sealer, media, proofs } = services;
  const now = services.now();
  await seedAreas(db);
  await seedBenchmarks(db);
  await seedPickupPoints(db);
  await seedStaff(db, COURSE_AT);
  await seedCohorts(db, { sealer, actor: SEEDER, now: COURSE_AT });
  const people = await findPeople(db);
  const photographer = hirePhotographer();
  const persons = people.filter((person) => person.hasGraduated && person.phone);
  const { photograph } = photographer;
  await Promise.all([
    seedShops(db, { sealer, media, actor: SEEDER, now, random: seededRandom(SEED), persons, pictures: photograph }),
    seedIncome(db, { now, random: seededRandom(SEED + 1).next, people, actor: SEEDER }),
  ]).finally(() => photographer.close());
  const receipt = await drawReceipt();
  const stored = await proofs.store(receipt);
  if (!stored.ok) throw new Error(`the demonstration receipt was refused: ${stored.reason}`);
  await seedOrders({ db, sealer, now, random: seededRandom(SEED + 2).next, receipt: stored.value });
  await db.setting.create({ data: { key: FULL_MARK, value: { seed: SEED } } });
}

async function findPeople(db: Database) {
  const people = await db.person.findMany({
    orderBy: { createdAt: 'asc' },
    include: { enrolments: { include: { baseline: true } } },
  });
  return people.map((person) => ({
    id: person.id,
    personId: person.id,
    name: person.name,
    phone: person.phone,
    hasGraduated: person.enrolments.some((enrolment) => enrolment.stage === 'graduated'),
    areaCode: person.areaCode ?? '',
    baselineRupiah: person.enrolments.find((enrolment) => enrolment.baseline)?.baseline?.incomeRupiah ?? null,
  }));
}

function drawReceipt(): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="960"><rect width="720" height="960" fill="#fff"/>
    <rect width="720" height="140" fill="#1f3a5f"/><g font-family="sans-serif" fill="#1e1b16" font-size="36">
    <text x="40" y="90" fill="#fff">Transfer berhasil</text><text x="40" y="240">SIMULASI</text><text x="40" y="320">Bukti contoh, bukan uang.</text></g></svg>`;
  return sharp(Buffer.from(svg)).jpeg().toBuffer();
}
