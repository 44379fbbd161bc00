// The match at confirmation is the truth: the same women never enter twice, whatever was previewed when, and doubt is asked about.
import { beforeAll, describe, expect, it } from 'vitest';
import { discardImport } from '#app/domain/cohorts/discard-import.server.ts';
import { createAccount, createAreas, NOW } from '#tests/support/fixtures.ts';
import { confirm, openCohort, previewLines, reportOf } from '#tests/support/samples/intake.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();
beforeAll(() => createAreas(test.db));
const count = (name: string) => test.db.person.count({ where: { name: { startsWith: name } } });

describe('a list that was previewed before another was confirmed', () => {
  it('of the same file and cohort is known, and changes nothing', async () => {
    const cohort = await openCohort(test.db);
    const lines = ['Ani Satu;3671105407889001;14-07-1988;081277770001;Cikokol'];
    const [first, second] = [await previewLines(test.db, cohort, lines), await previewLines(test.db, cohort, lines)];
    expect(await confirm(test.db, first)).toEqual({ ok: true, value: { added: 1, linked: 0 } });
    expect(await confirm(test.db, second)).toEqual({ ok: false, code: 'listKnown' });
    expect(await confirm(test.db, first)).toEqual({ ok: true, value: { added: 0, linked: 0 } });
    expect(await count('Ani Satu')).toBe(1);
  });

  it('links the women that became known, with and without NIK', async () => {
    const lines = [
      'Ani Dua;3671105407889002;14-07-1988;081277770002;Cikokol',
      'Uni Dua;;15-07-1988;081277770003;Cikokol',
    ];
    const first = await previewLines(test.db, await openCohort(test.db), lines);
    const second = await previewLines(test.db, await openCohort(test.db), lines);
    expect(await confirm(test.db, first)).toMatchObject({ value: { added: 2, linked: 0 } });
    expect(await confirm(test.db, second)).toEqual({ ok: true, value: { added: 0, linked: 2 } });
    expect((await reportOf(test.db, second)).map((row) => row.outcome)).toEqual(['known', 'known']);
    expect(await test.db.enrolment.count({ where: { person: { name: { endsWith: 'Dua' } } } })).toBe(4);
  });

  it('is confirmed once when both are at the same instant', async () => {
    const lines = Array.from({ length: 20 }, (_, i) => `Ani Bareng ${i};36711054078891${10 + i};14-07-1988;;Cikokol`);
    const ids = [];
    for (let i = 0; i < 4; i++) ids.push(await previewLines(test.db, await openCohort(test.db), lines));
    const answers = await Promise.all(ids.map((id) => confirm(test.db, id)));
    expect(answers.map((answer) => answer.ok && answer.value.added).sort()).toEqual([0, 0, 0, 20]);
    expect(await count('Ani Bareng')).toBe(20);
  });

  it('shows what became doubtful, saves nothing, and is saved when looked at again', async () => {
    const lines = ['Ani Tiga;;14-07-1988;;Cikokol'];
    const first = await previewLines(test.db, await openCohort(test.db), lines);
    const second = await previewLines(test.db, await openCohort(test.db), lines);
    await confirm(test.db, first);
    expect(await confirm(test.db, second)).toEqual({ ok: false, code: 'listChanged' });
    const person = await test.db.person.findFirstOrThrow({ where: { name: 'Ani Tiga' } });
    expect(await reportOf(test.db, second)).toMatchObject([
      { outcome: 'review', personId: person.id, remarks: ['nikBlank', 'phoneBlank', 'sameName'] },
    ]);
    expect(await confirm(test.db, second)).toMatchObject({ code: 'decisionMissing' });
    expect(await confirm(test.db, second, { 2: 'same' })).toEqual({ ok: true, value: { added: 0, linked: 1 } });
    expect(await count('Ani Tiga')).toBe(1);
  });

  it('asks again when a decision speaks of a woman who is surely known by now', async () => {
    const line = 'Ani Empat;;14-07-1988;081277770004;Cikokol';
    await confirm(test.db, await previewLines(test.db, await openCohort(test.db), [line.replace('081277770004', '')]));
    const id = await previewLines(test.db, await openCohort(test.db), [line]);
    await test.db.person.updateMany({ where: { name: 'Ani Empat' }, data: { phone: '+6281277770004' } });
    expect(await confirm(test.db, id, { 2: 'different' })).toEqual({ ok: false, code: 'listChanged' });
    expect(await confirm(test.db, id)).toEqual({ ok: true, value: { added: 0, linked: 1 } });
  });
});

describe('a woman twice in one list', () => {
  const twice = [
    'Ani Lima;3671105407889005;14-07-1988;081277770015;Cikokol',
    'Ani Lima;3671105407889005;14-07-1988;081277770015;Cikokol',
  ];

  it('is asked about, and is one person when she is the same', async () => {
    const id = await previewLines(test.db, await openCohort(test.db), twice);
    expect(await reportOf(test.db, id)).toMatchObject([
      { outcome: 'new', twinRowNumber: null },
      { outcome: 'review', personId: null, twinRowNumber: 2, remarks: ['repeated'] },
    ]);
    expect(await confirm(test.db, id)).toMatchObject({ code: 'decisionMissing' });
    expect(await confirm(test.db, id, { 3: 'same' })).toMatchObject({ code: 'decisionMissing' });
    expect(await confirm(test.db, id, { 3: 'sameRow' })).toEqual({ ok: true, value: { added: 1, linked: 1 } });
    expect(await count('Ani Lima')).toBe(1);
    expect(await test.db.enrolment.count({ where: { person: { name: 'Ani Lima' } } })).toBe(1);
  });

  it('is two persons when somebody says so; the shared NIK then recognises only the first', async () => {
    const lines = twice.map((line) =>
      line.replaceAll('Lima', 'Enam').replace('889005', '889006').replace('015', '016'),
    );
    const id = await previewLines(test.db, await openCohort(test.db), lines);
    expect(await confirm(test.db, id, { 3: 'different' })).toEqual({ ok: true, value: { added: 2, linked: 0 } });
    const people = await test.db.person.findMany({ where: { name: 'Ani Enam' } });
    expect(people.filter((person) => person.nikHash !== null)).toHaveLength(1);
  });

  it('may be the registered one or the earlier row: both are offered', async () => {
    await confirm(test.db, await previewLines(test.db, await openCohort(test.db), ['Ani Tujuh;;14-07-1988;;Cikokol']));
    const id = await previewLines(test.db, await openCohort(test.db), [
      'Ani Tujuh;3671105407889007;14-07-1988;;Cikokol',
      'Ani Tujuh;;14-07-1988;;Cikokol',
    ]);
    const person = await test.db.person.findFirstOrThrow({ where: { name: 'Ani Tujuh' } });
    expect(await reportOf(test.db, id)).toMatchObject([
      { outcome: 'review', personId: person.id, twinRowNumber: null },
      { outcome: 'review', personId: person.id, twinRowNumber: 2 },
    ]);
    expect(await confirm(test.db, id, { 2: 'different', 3: 'sameRow' })).toMatchObject({
      value: { added: 1, linked: 1 },
    });
    expect(await count('Ani Tujuh')).toBe(2);
  });

  it('known by the registry needs no decision the second time', async () => {
    const line = 'Ani Delapan;3671105407889008;14-07-1988;;Cikokol';
    await confirm(test.db, await previewLines(test.db, await openCohort(test.db), [line]));
    const id = await previewLines(test.db, await openCohort(test.db), [line, line]);
    expect(await confirm(test.db, id)).toEqual({ ok: true, value: { added: 0, linked: 2 } });
  });
});

describe('what makes a person look twice', () => {
  it('the same phone on two rows of a list: families share one', async () => {
    const id = await previewLines(test.db, await openCohort(test.db), [
      'Rina Ibu;;14-07-1968;081277770021;Cikokol',
      'Rani Anak;;15-07-1990;081277770021;Cikokol',
    ]);
    expect(await reportOf(test.db, id)).toMatchObject([
      { outcome: 'new' },
      { outcome: 'review', twinRowNumber: 2, remarks: ['nikBlank', 'phoneTwice'] },
    ]);
    expect(await confirm(test.db, id, { 3: 'different' })).toEqual({ ok: true, value: { added: 2, linked: 0 } });
  });

  it('the same NIK under a clearly different name', async () => {
    const line = (name: string) => `${name};3671105407889022;14-07-1988;;Cikokol`;
    await confirm(test.db, await previewLines(test.db, await openCohort(test.db), [line('Siti Aminah')]));
    const like = await previewLines(test.db, await openCohort(test.db), [line('Sti Aminah')]);
    expect((await reportOf(test.db, like))[0]?.outcome).toBe('known');
    const other = await previewLines(test.db, await openCohort(test.db), [line('Dewi Lestari')]);
    expect(await reportOf(test.db, other)).toMatchObject([
      { outcome: 'review', remarks: ['phoneBlank', 'nikOtherName'] },
    ]);
    expect(await confirm(test.db, other, { 2: 'different' })).toMatchObject({ value: { added: 1 } });
  });
});

it('what was confirmed cannot be thrown away; throwing away twice is harmless', async () => {
  const actor = await createAccount(test.db, 'programme_officer');
  const discard = (importId: string) => discardImport(test.db, { actor, now: NOW, input: { importId } });
  const lines = ['Ani Sembilan;;14-07-1988;081277770029;Cikokol'];
  const thrown = await previewLines(test.db, await openCohort(test.db), lines);
  expect(await discard(thrown)).toEqual({ ok: true, value: null });
  expect(await discard(thrown)).toEqual({ ok: true, value: null });
  expect(await confirm(test.db, thrown)).toEqual({ ok: false, code: 'conflict' });
  const kept = await previewLines(test.db, await openCohort(test.db), lines);
  await confirm(test.db, kept);
  expect(await discard(kept)).toEqual({ ok: false, code: 'conflict' });
  expect(await reportOf(test.db, kept)).toHaveLength(1);
});
