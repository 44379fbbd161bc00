// Answers on PostgreSQL: revisions, reasons, months, scope, and what missing means.
import { describe, expect, test } from 'vitest';
import { findCheckInLink, listDueMonths } from '#app/domain/checkins/check-in-queries.server.ts';
import { createCheckInLink } from '#app/domain/checkins/create-check-in-link.server.ts';
import { recordCheckIn } from '#app/domain/checkins/record-check-in.server.ts';
import { addMonths, toDateColumn } from '#app/domain/dates.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { createAccount, createMaker, createPerson, DISTRICT, NOW, SYSTEM, VILLAGE } from '#tests/support/fixtures.ts';
import { answerFor, createCohort, createGraduate, MONTH } from '#tests/support/income-fixtures.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const database = useTestDatabase();

const monthOf = (personId: string, month = MONTH) =>
  database.db.personMonth.findUnique({ where: { personId_month: { personId, month } } });

describe('recordCheckIn', () => {
  test('keeps the profit as told, with costs by kind and their sum', async () => {
    const { person, actor } = await createMaker(database.db);
    const result = await recordCheckIn(database.db, { actor, input: answerFor(person.id), now: NOW });
    expect(result).toEqual({ ok: true, value: { revision: 1 } });
    const row = await database.db.checkIn.findFirstOrThrow({ where: { personId: person.id } });
    // 500.000 - 120.000 is not 300.000, and is not made so.
    expect(row).toMatchObject({ profitRupiah: 300_000, takingsRupiah: 500_000, costsRupiah: 120_000, mode: 'self' });
    expect(row.costParts).toEqual({ materials: 100_000, transport: 20_000 });
    expect(await monthOf(person.id)).toMatchObject({ reportedProfitRupiah: 300_000, reportedSold: 'yes' });
    const event = await database.db.event.findFirstOrThrow({
      where: { subjectId: person.id, kind: 'check_in.answered' },
    });
    expect(event.facts).toEqual({ month: MONTH, revision: 1, mode: 'self' });
    expect(event.onBehalfOfId).toBeNull();
  });

  test('keeps what is asked each quarter', async () => {
    const { person, actor } = await createMaker(database.db);
    const quarterly = {
      ordinaryProfitRupiah: 280_000,
      moneyDecider: 'self',
      savesMonthly: 'yes',
      loan: 'none',
    } as const;
    const input = answerFor(person.id, { month: '2026-09', ...quarterly });
    mustSucceed(await recordCheckIn(database.db, { actor, input, now: NOW }));
    expect(await database.db.checkIn.findFirst({ where: { personId: person.id } })).toMatchObject(quarterly);
  });

  test('a second answer needs a reason, is a new revision, and leaves the first as it was', async () => {
    const { person, actor } = await createMaker(database.db);
    mustSucceed(await recordCheckIn(database.db, { actor, input: answerFor(person.id), now: NOW }));
    const again = answerFor(person.id, { profitRupiah: 250_000 });
    expect(await recordCheckIn(database.db, { actor, input: again, now: NOW })).toEqual({
      ok: false,
      code: 'reasonRequired',
      field: 'correctionReason',
    });
    const corrected = { ...again, correctionReason: 'Salah hitung' };
    expect(await recordCheckIn(database.db, { actor, input: corrected, now: NOW })).toMatchObject({
      value: { revision: 2 },
    });
    const rows = await database.db.checkIn.findMany({ where: { personId: person.id }, orderBy: { revision: 'asc' } });
    expect(rows.map((row) => row.profitRupiah)).toEqual([300_000, 250_000]);
    expect(await monthOf(person.id)).toMatchObject({ reportedProfitRupiah: 250_000 });
  });

  test('two answers at the same instant become a first and a refusal, never two firsts', async () => {
    const { person, actor } = await createMaker(database.db);
    const send = () => recordCheckIn(database.db, { actor, input: answerFor(person.id), now: NOW });
    const results = await Promise.all([send(), send(), send()]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.code === 'reasonRequired')).toHaveLength(2);
  });

  test.each([
    ['no', 0],
    ['break', 0],
    ['closed', 0],
  ] as const)('"%s" is a real zero in the month, and keeps no figure of its own', async (sold, profit) => {
    const { person, actor } = await createMaker(database.db);
    const input = answerFor(person.id, { sold, backOn: sold === 'break' ? '2026-12-01' : null });
    mustSucceed(await recordCheckIn(database.db, { actor, input, now: NOW }));
    expect(await monthOf(person.id)).toMatchObject({
      reportedSold: sold,
      reportedProfitRupiah: profit,
      reportedTakingsRupiah: 0,
    });
    const row = await database.db.checkIn.findFirstOrThrow({ where: { personId: person.id } });
    expect(row.profitRupiah).toBeNull();
    expect(row.backOn).toEqual(sold === 'break' ? toDateColumn('2026-12-01') : null);
  });

  test('figures not told stay unknown', async () => {
    const { person, actor } = await createMaker(database.db);
    const input = answerFor(person.id, { takingsRupiah: null, cost_materials: null, cost_transport: null });
    mustSucceed(await recordCheckIn(database.db, { actor, input, now: NOW }));
    expect(await monthOf(person.id)).toMatchObject({ reportedTakingsRupiah: null });
    const row = await database.db.checkIn.findFirstOrThrow({ where: { personId: person.id } });
    expect(row).toMatchObject({ takingsRupiah: null, costsRupiah: null, costParts: null });
  });

  test.each([
    ['2026-11', false],
    ['2026-12', false],
    ['2026-10', true],
    [addMonths('2026-11', -24), true],
    [addMonths('2026-11', -25), false],
  ])('month %s is taken: %s', async (month, isTaken) => {
    const { person, actor } = await createMaker(database.db);
    const result = await recordCheckIn(database.db, { actor, input: answerFor(person.id, { month }), now: NOW });
    expect(result.ok).toBe(isTaken);
    if (!result.ok) expect(result).toMatchObject({ code: 'notAMonth', field: 'month' });
  });

  test('an officer answers for the women of her areas, by village or district, while she follows them', async () => {
    const person = await createPerson(database.db);
    const send = async (areaCode: string, dates: { fromOn: string; untilOn: string | null }) => {
      const officer = await createAccount(database.db, 'field_officer');
      await database.db.officerArea.create({
        data: {
          accountId: officer.accountId,
          areaCode,
          fromOn: toDateColumn(dates.fromOn),
          untilOn: dates.untilOn ? toDateColumn(dates.untilOn) : null,
        },
      });
      const input = answerFor(person.id, { mode: 'officer', correctionReason: 'Ditanya lagi' });
      return recordCheckIn(database.db, { actor: officer, input, now: NOW });
    };
    const current = { fromOn: '2026-01-01', untilOn: null };
    expect(await send(VILLAGE, current)).toMatchObject({ ok: true });
    expect(await send(DISTRICT, current)).toMatchObject({ ok: true });
    expect(await send('36.71.01.1005', current)).toMatchObject({ ok: false, code: 'notFound' });
    expect(await send(VILLAGE, { fromOn: '2026-01-01', untilOn: '2026-11-19' })).toMatchObject({ code: 'notFound' });
    expect(await send(VILLAGE, { fromOn: '2026-11-21', untilOn: null })).toMatchObject({ code: 'notFound' });
    const event = await database.db.event.findFirstOrThrow({ where: { subjectId: person.id }, orderBy: { id: 'asc' } });
    expect(event.onBehalfOfId).toBe(person.id);
  });

  test('another maker, an analyst and a stranger are told that she does not exist', async () => {
    const person = await createPerson(database.db);
    const { actor: otherMaker } = await createMaker(database.db);
    const analyst = await createAccount(database.db, 'analyst');
    for (const actor of [otherMaker, analyst, { kind: 'anonymous' } as const]) {
      const result = await recordCheckIn(database.db, { actor, input: answerFor(person.id), now: NOW });
      expect(result).toEqual({ ok: false, code: 'notFound' });
    }
    expect(await database.db.checkIn.count({ where: { personId: person.id } })).toBe(0);
  });
});

describe('check-in links', () => {
  test('hold until the end of the next month, and are kept as a hash', async () => {
    const person = await createPerson(database.db);
    const input = { personId: person.id, month: MONTH };
    const token = mustSucceed(await createCheckInLink(database.db, { actor: SYSTEM, input, now: NOW }));
    expect(await database.db.checkInLink.findUnique({ where: { tokenHash: token } })).toBeNull();
    const at = (instant: string) => findCheckInLink(database.db, { token, now: new Date(instant) });
    expect(await at('2026-11-30T16:59:59Z')).toEqual(input);
    expect(await at('2026-11-30T17:00:00Z')).toBeNull();
    expect(await findCheckInLink(database.db, { token: `${token}x`, now: NOW })).toBeNull();
  });

  test.each(['2026-11', '2026-09'])('are not made for %s', async (month) => {
    const person = await createPerson(database.db);
    const result = await createCheckInLink(database.db, {
      actor: SYSTEM,
      input: { personId: person.id, month },
      now: NOW,
    });
    expect(result).toEqual({ ok: false, code: 'notAMonth', field: 'month' });
  });
});

describe('listDueMonths', () => {
  test('asks the last three full months that are unanswered, from the 1st in WIB', async () => {
    const { person, actor } = await createMaker(database.db);
    const due = (instant: string) => listDueMonths(database.db, person.id, new Date(instant));
    expect(await due('2026-10-31T16:59:59Z')).toEqual(['2026-09', '2026-08', '2026-07']);
    expect(await due('2026-10-31T17:00:00Z')).toEqual(['2026-10', '2026-09', '2026-08']);
    mustSucceed(
      await recordCheckIn(database.db, { actor, input: answerFor(person.id, { month: '2026-09' }), now: NOW }),
    );
    expect(await due('2026-11-20T03:00:00Z')).toEqual(['2026-10', '2026-08']);
  });

  test('asks nothing from before the course', async () => {
    const cohort = await createCohort(database.db, { endsOn: '2026-10-24' });
    const person = await createGraduate(database.db, cohort.id);
    expect(await listDueMonths(database.db, person.id, NOW)).toEqual(['2026-10']);
  });
});
