// Rows for tests of income: a cohort with graduates, a completed order, an answer.
import { randomUUID } from 'node:crypto';
import type { CheckInInput } from '#app/domain/checkins/record-check-in.server.ts';
import type { Database } from '#app/domain/database.ts';
import { toDateColumn } from '#app/domain/dates.ts';
import { createPerson, NOW } from './fixtures.ts';

const DELIVERY_RUPIAH = 8_000;

/** The last full month before NOW. */
export const MONTH = '2026-10';

export function answerFor(personId: string, overrides: Partial<CheckInInput> = {}): CheckInInput {
  return {
    personId,
    month: MONTH,
    sold: 'yes',
    backOn: null,
    profitBand: null,
    profitRupiah: 300_000,
    takingsRupiah: 500_000,
    cost_materials: 100_000,
    cost_energy: null,
    cost_transport: 20_000,
    cost_wages: null,
    cost_rent: null,
    cost_other: null,
    demand: 'usual',
    daysWorked: 20,
    hoursPerDay: 4,
    matsMade: 12,
    confidence: 'remembered',
    ordinaryProfitRupiah: null,
    moneyDecider: null,
    savesMonthly: null,
    loan: null,
    mode: 'self',
    correctionReason: null,
    ...overrides,
  };
}

/** `size` graduates of a cohort that ended in April 2026, in one village unless `areaCode` says another. */
export async function createCohort(
  db: Database,
  { slug = `angkatan-${randomUUID().slice(0, 8)}`, endsOn = '2026-04-24' }: { slug?: string; endsOn?: string } = {},
) {
  return db.cohort.create({
    data: {
      slug,
      name: `Angkatan ${slug}`,
      skill: 'keset',
      startsOn: toDateColumn(endsOn),
      endsOn: toDateColumn(endsOn),
      capacity: 100,
      createdAt: NOW,
    },
  });
}

export async function createGraduate(
  db: Database,
  cohortId: string,
  {
    baselineRupiah = 180_000,
    areaCode,
    name,
  }: { baselineRupiah?: number | null; areaCode?: string; name?: string } = {},
) {
  const person = await createPerson(db, { areaCode, name });
  await enrol(db, cohortId, person.id, baselineRupiah);
  return person;
}

export async function enrol(db: Database, cohortId: string, personId: string, baselineRupiah: number | null) {
  await db.enrolment.create({
    data: {
      cohortId,
      personId,
      stage: 'graduated',
      enrolledAt: NOW,
      baseline: { create: { incomeRupiah: baselineRupiah, measuredOn: toDateColumn('2026-04-20') } },
    },
  });
}

/** A completed order of one shop; `completedAt` null leaves it on its way. */
export async function createOrder(
  db: Database,
  shopId: string,
  {
    itemsRupiah,
    discountRupiah = 0,
    completedAt,
    status = completedAt ? 'completed' : 'making',
  }: { itemsRupiah: number; discountRupiah?: number; completedAt: Date | null; status?: string },
) {
  const id = randomUUID();
  const totalRupiah = itemsRupiah + DELIVERY_RUPIAH - discountRupiah;
  const amounts = { itemsRupiah, deliveryRupiah: DELIVERY_RUPIAH, discountRupiah, totalRupiah };
  const method = 'transfer';
  const purchase = await db.purchase.create({
    data: {
      number: `P-${id}`,
      token: id,
      checkoutKey: id,
      buyerName: 'Rina',
      buyerPhone: '+6281200000000',
      language: 'id',
      method,
      ...amounts,
      placedAt: NOW,
      orders: {
        create: {
          ...{ id, number: `KK-${id.slice(0, 8)}`, shopId, status, method, delivery: 'pickup' },
          ...{ ...amounts, placedAt: NOW, completedAt },
        },
      },
      payments: {
        create: { orderId: id, method, status: 'settled', amountRupiah: totalRupiah, createdAt: NOW },
      },
    },
    include: { orders: true, payments: true },
  });
  const [order, payment] = [purchase.orders[0], purchase.payments[0]];
  if (!order || !payment) throw new Error('no order');
  return { order, payment };
}
