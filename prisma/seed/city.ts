// The demonstration city: filled on the first start through the same commands as the site, with a fixed seed and a clock that
// moves from April 2019 to today. Pictures are drawn in worker threads meanwhile.
import sharp from 'sharp';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Database } from '#app/domain/database.ts';
import { listMonthsToPublish, publishMonth } from '#app/domain/outcomes/publish-month.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import type { Services } from '#app/server/context.ts';
import type { PrivatePictures } from '#app/services/media/private-pictures.ts';
import type { CardDesk } from './card-desk.ts';
import { seedCohorts } from './cohorts.ts';
import { seedIncome } from './income.ts';
import { hirePhotographer } from './mat-photographs.ts';
import { seedOrders } from './orders.ts';
import { seedAreas, seedBenchmarks, seedPickupPoints, seedStaff } from './people.ts';
import { seededRandom } from './pictures/seeded-random.ts';
import { fillShelves, planMats, startPictures } from './shelves.ts';
import { planShops, seedShops } from './shops.ts';

const SEED = 20190424;
const MATS = 200;
const SEEDER: Actor = { kind: 'system', name: 'seed' };
const COURSE_AT = new Date('2019-04-24T03:00:00Z');
/** Set before the first row and changed after the last one, so that a first start that was cut off is known by it. */
const MARK = 'demonstration-city';
const FILLING = { seed: SEED, isFull: false };
const FULL = { seed: SEED, isFull: true };

/** `half`: a first start was cut off while filling; nobody has worked in that city. `inUse`: leave it alone. */
export async function stateOfCity(db: Database): Promise<'empty' | 'half' | 'inUse'> {
  const mark = await db.setting.findUnique({ where: { key: MARK } });
  if (mark) return (mark.value as typeof FULL).isFull ? 'inUse' : 'half';
  return (await db.area.count()) === 0 ? 'empty' : 'inUse';
}

/** Takes a half filled city down to the ground. Never call it on any other: it empties every table. */
export async function clearHalfCity(db: Database): Promise<void> {
  if ((await stateOfCity(db)) !== 'half') throw new Error('only a half filled demonstration city may be cleared');
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT format('%I', tablename) AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
  await db.$executeRawUnsafe(`TRUNCATE ${tables.map((table) => table.name).join(', ')}`);
}

export async function seedCity(services: Services, cards: CardDesk): Promise<void> {
  const { db, sealer, media, privatePictures } = services;
  const now = services.now();
  await db.setting.create({ data: { key: MARK, value: FILLING } });
  const random = seededRandom(SEED);
  const shops = planShops(random);
  const mats = planMats(MATS, random, now);
  // From the first moment, beside everything that waits for the database.
  const photographer = hirePhotographer();
  const { photograph } = photographer;
  const pictures = startPictures(mats, { media, photograph });
  try {
    const people = await seedPeople(services);
    const persons = people.filter((person) => person.hasGraduated && person.phone);
    const openAndFill = async () => {
      const shopIds = await seedShops(db, { sealer, actor: SEEDER, now, persons, shops });
      await fillShelves(db, { actor: SEEDER, shopIds, mats, pictures });
    };
    const [{ quietMonths }, , door] = await Promise.all([
      seedIncome(db, { now, random: seededRandom(SEED + 1).next, people, actor: SEEDER }),
      openAndFill(),
      photograph(SEED, { colour: 'biru', pattern: 'lurik', size: '50x80' }),
    ]);
    // One receipt and one mat on one doorstep for all orders: hundreds of pictures that nobody opens would only make the start slow.
    const receipt = await keep(privatePictures, await drawReceipt());
    const atTheDoor = await keep(privatePictures, door);
    const city = { db, sealer, now, random: seededRandom(SEED + 2).next, receipt, atTheDoor, cards };
    await seedOrders({ ...city, quietMonths });
  } finally {
    await photographer.close();
  }
  await publishMonths(db, now);
  await db.setting.update({ where: { key: MARK }, data: { value: FULL } });
}

async function seedPeople({ db, sealer }: Services): Promise<Person[]> {
  await seedAreas(db);
  await seedBenchmarks(db);
  await seedPickupPoints(db);
  await seedStaff(db, COURSE_AT);
  await seedCohorts(db, { sealer, actor: SEEDER, now: COURSE_AT });
  return findPeople(db);
}

/** What analysts and the public see; its rounding follows from the seed too. */
async function publishMonths(db: Database, now: Date): Promise<void> {
  const random = seededRandom(SEED + 3).next;
  for (const month of await listMonthsToPublish(db, now))
    mustSucceed(await publishMonth(db, { actor: SEEDER, input: { month }, now, random }));
}

type Person = Awaited<ReturnType<typeof findPeople>>[number];

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

async function keep(pictures: PrivatePictures, bytes: Buffer): Promise<{ storeKey: string }> {
  const stored = await pictures.store(bytes);
  if (!stored.ok) throw new Error(`a private picture of the demonstration was refused: ${stored.reason}`);
  return stored.value;
}

function drawReceipt(): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="960"><rect width="720" height="960" fill="#fff"/>
    <rect width="720" height="140" fill="#1f3a5f"/><g font-family="sans-serif" fill="#1e1b16" font-size="36">
    <text x="40" y="90" fill="#fff">Transfer berhasil</text><text x="40" y="240">SIMULASI</text><text x="40" y="320">Bukti contoh, bukan uang.</text></g></svg>`;
  return sharp(Buffer.from(svg)).jpeg().toBuffer();
}
