// Bringing in the two lists over HTTP: the whole way of an officer, and everything that is no list.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AccountActor } from '#app/domain/access/actor.ts';
import { createCohort } from '#app/domain/cohorts/create-cohort.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { createAccount, createAreas, NOW, SYSTEM } from '#tests/support/fixtures.ts';
import { ROOT, useSite } from '#tests/support/site.ts';

const site = useSite();
const list = (name: string) => readFileSync(join(ROOT, 'prisma/seed/data/intake', name));
const FIRST = 'daftar-peserta-keset-april-2019.xlsx';
const SECOND = 'daftar-tunggu-2019-gelombang-2.csv';
let officer: AccountActor;
let as: string;

beforeAll(async () => {
  await createAreas(site.db);
  await site.db.area.update({ where: { code: '36.71.10.1002' }, data: { aliases: ['Kr. Sari'] } });
  officer = await createAccount(site.db, 'programme_officer');
  as = await site.signIn(officer);
  const course = { skill: 'keset', venue: 'SMKN 3', startsOn: '2019-04-22', endsOn: '2019-04-24', capacity: 100 };
  for (const name of ['Satu', 'Dua', 'Tiga'])
    mustSucceed(await createCohort(site.db, { actor: SYSTEM, input: { ...course, name }, now: NOW }));
});

function upload(cohort: string, bytes: Uint8Array, fileName: string, stage = 'graduated') {
  const form = new FormData();
  form.set('tahap', stage);
  form.set('berkas', new File([new Uint8Array(bytes)], fileName));
  return site.post(`/dinsos/angkatan/${cohort}/impor`, form, { as });
}

describe('the first list', () => {
  it('shows every row, keeps nothing until confirmed, then lands 100 women once, as written beside as understood', async () => {
    const uploaded = await upload('satu', list(FIRST), FIRST);
    expect(uploaded.status).toBe(302);
    const review = uploaded.headers.get('Location') ?? '';
    expect(await site.db.person.count()).toBe(0);
    const page = (await (await site.fetch(review, { as })).text()).replaceAll('<!-- -->', '');
    expect(page).toContain('100 baris: 100 orang baru');
    expect(page).toContain('367110680368900');
    const confirmed = await site.post(review, { putusan: 'simpan' }, { as });
    expect(confirmed.headers.get('Location')).toBe('/dinsos/angkatan/satu');
    await site.post(review, { putusan: 'simpan' }, { as });
    const people = await site.db.person.findMany({ include: { enrolments: { include: { baseline: true } } } });
    expect(people).toHaveLength(100);
    expect(people.filter((person) => person.areaCode === '36.71.10.1002')).toHaveLength(54);
    expect(people.filter((person) => person.areaCode === '36.71.01.1005')).toHaveLength(46);
    expect(
      people.every((person) => person.enrolments.length === 1 && person.enrolments[0]?.stage === 'graduated'),
    ).toBe(true);
    const unclear = people.filter((person) => person.enrolments[0]?.baseline?.incomeRupiah === null);
    expect(unclear.map((person) => person.enrolments[0]?.baseline?.incomeAsWritten)).toContain('Tidak tentu');
    const sealed = people.find((person) => person.nikSealed);
    expect(sealed?.nikSealed).not.toContain(sealed?.nikLast4 ?? '');
  });

  it('changes nothing the second time', async () => {
    const again = await upload('satu', list(FIRST), FIRST);
    expect(again.status).toBe(409);
    expect(await site.db.person.count()).toBe(100);
  });

  it('knows the women of the second list who are in the first, asks about the doubtful ones, and doubles none', async () => {
    const uploaded = await upload('dua', list(SECOND), SECOND, 'waitlisted');
    const review = uploaded.headers.get('Location') ?? '';
    const rows = await site.db.importRow.findMany({ where: { import: { fileName: SECOND } } });
    expect(rows).toHaveLength(40);
    const twins = rows.filter((row) => row.outcome === 'review');
    const known = rows.filter((row) => row.outcome === 'known');
    expect(known.length + twins.length).toBeGreaterThanOrEqual(6);
    if (twins.length > 0) expect((await site.post(review, { putusan: 'simpan' }, { as })).status).toBe(422);
    const decisions = Object.fromEntries(twins.map((row) => [`baris-${row.id}`, 'same']));
    expect((await site.post(review, { putusan: 'simpan', ...decisions }, { as })).status).toBe(302);
    expect(await site.db.person.count()).toBe(140 - known.length - twins.length);
    expect(await site.db.enrolment.count({ where: { stage: 'waitlisted' } })).toBe(40);
  });

  it('throws a preview away with all it says about people', async () => {
    const uploaded = await upload('tiga', list(SECOND), SECOND, 'waitlisted');
    const review = uploaded.headers.get('Location') ?? '';
    expect((await site.post(review, { putusan: 'buang' }, { as })).status).toBe(302);
    const id = review.split('/').pop() ?? '';
    expect(await site.db.importRow.count({ where: { importId: id } })).toBe(0);
  });
});

describe('what is no list', () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  it.each([
    ['an empty file', new Uint8Array(), 'kosong.csv'],
    ['a picture called xlsx', png, 'gambar.xlsx'],
    ['a zip that is no workbook', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'rusak.xlsx'],
    ['a table without names', new TextEncoder().encode('a;b;c\n1;2;3\n'), 'angka.csv'],
    [
      'more rows than a course can have',
      new TextEncoder().encode(`Nama;NIK;Telepon\n${'x;1;0812\n'.repeat(6_000)}`),
      'panjang.csv',
    ],
    ['a file of six megabytes', new Uint8Array(6 * 1024 * 1024).fill(65), 'besar.csv'],
  ])('%s is refused kindly', async (_, bytes, name) => {
    const answer = await upload('tiga', bytes, name);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Ada yang perlu dibetulkan');
    expect(page).toContain('checked="" value="graduated"');
  });

  it('a zip that unpacks to more than a list is refused before it is unpacked', async () => {
    const bytes = new Uint8Array(60);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, 0x04034b50, true);
    view.setUint32(8, 0x02014b50, true);
    view.setUint32(8 + 24, 4_000_000_000, true);
    const page = await (await upload('tiga', bytes, 'bom.xlsx')).text();
    expect(page).toContain('terlalu besar');
  });

  it('an analyst and a maker may not bring lists in', async () => {
    for (const role of ['analyst', 'maker', 'finance'] as const) {
      const cookie = await site.signIn(await createAccount(site.db, role));
      const answer = await site.post('/dinsos/angkatan/tiga/impor', { tahap: 'graduated' }, { as: cookie });
      expect(answer.status).toBe(403);
    }
  });
});
