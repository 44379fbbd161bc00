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

  it('knows the six women of the second list who are in the first, and doubles none', async () => {
    const uploaded = await upload('dua', list(SECOND), SECOND, 'waitlisted');
    const review = uploaded.headers.get('Location') ?? '';
    const rows = await site.db.importRow.findMany({ where: { import: { fileName: SECOND } } });
    expect(rows).toHaveLength(40);
    // The six that the office put on both lists, each known by her NIK.
    const known = rows.filter((row) => row.outcome === 'known').map((row) => row.rowNumber);
    expect(known.sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7]);
    expect(rows.filter((row) => row.outcome === 'new')).toHaveLength(34);
    expect((await site.post(review, { putusan: 'simpan' }, { as })).status).toBe(302);
    expect(await site.db.person.count()).toBe(134);
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

describe('a doubt', () => {
  const HEADING = 'Nama;NIK;Tanggal lahir;No HP;Kelurahan\n';
  const send = async (cohort: string, text: string, name = 'ragu.csv') =>
    (await upload(cohort, new TextEncoder().encode(HEADING + text), name)).headers.get('Location') ?? '';
  const idOf = (address: string) => address.split('/').pop() ?? '';

  it('about a woman twice in the list is shown with both answers, and kept when the form comes back', async () => {
    const line = 'Oom Sekali;;14-07-1988;081277779001;Cikokol\n';
    const review = await send('tiga', line + line);
    const page = (await (await site.fetch(review, { as })).text()).replaceAll('<!-- -->', '');
    expect(page).toContain('Orang yang sama dengan baris 2');
    expect(page).not.toContain('Orang yang sudah terdaftar');
    // The later row is the one to decide, and stands on top.
    expect(page.indexOf('Perlu diputuskan (1)')).toBeGreaterThan(0);
    expect(page.indexOf('Baris 3')).toBeLessThan(page.indexOf('Baris 2<'));
    const undecided = await site.post(review, { putusan: 'simpan' }, { as });
    expect(undecided.status).toBe(422);
    expect(await undecided.text()).toContain('Putuskan dulu');
    const row = await site.db.importRow.findFirstOrThrow({ where: { importId: idOf(review), outcome: 'review' } });
    const decided = { putusan: 'simpan', [`baris-${row.id}`]: 'sameRow' };
    expect((await site.post(review, decided, { as })).status).toBe(302);
    expect(await site.db.person.count({ where: { name: 'Oom Sekali' } })).toBe(1);
  });

  it('that came up since the list was looked at is shown before anything is saved', async () => {
    const [one, two] = [
      await send('satu', 'Oom Dua;;14-07-1988;;Cikokol\n'),
      await send('tiga', 'Oom Dua;;14-07-1988;;Cikokol\n'),
    ];
    expect((await site.post(one, { putusan: 'simpan' }, { as })).status).toBe(302);
    const changed = await site.post(two, { putusan: 'simpan' }, { as });
    expect(changed.status).toBe(409);
    const page = await changed.text();
    expect(page).toContain('berubah sejak terakhir dilihat');
    expect(page).toContain('Orang yang sudah terdaftar');
    expect(await site.db.person.count({ where: { name: 'Oom Dua' } })).toBe(1);
  });

  it('about the same file sent twice before confirming ends with a sentence', async () => {
    const text = 'Oom Tiga;3671105407889003;14-07-1988;;Cikokol\n';
    const [one, two] = [await send('tiga', text), await send('tiga', text)];
    expect((await site.post(one, { putusan: 'simpan' }, { as })).status).toBe(302);
    const again = await site.post(two, { putusan: 'simpan' }, { as });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('sudah pernah disimpan');
    const discarded = await site.post(one, { putusan: 'buang' }, { as });
    expect(discarded.status).toBe(409);
    expect(await discarded.text()).toContain('tidak bisa dibuang');
    expect((await site.post(two, { putusan: 'buang' }, { as })).status).toBe(302);
    expect(await site.db.person.count({ where: { name: 'Oom Tiga' } })).toBe(1);
  });

  it.each([
    ['a NUL in it', 'a\0b.csv', 'ab.csv'],
    ['a path', '../../rahasia/daftar.csv', 'daftar.csv'],
    ['a Windows path', 'C:\\Users\\x\\daftar.csv', 'daftar.csv'],
    ['two thousand letters', `${'a'.repeat(2_000)}.csv`, `${'a'.repeat(116)}.csv`],
    ['a turn of the writing', 'daftar\u202evsc.csv', 'daftarvsc.csv'],
  ])('a file name with %s is kept without it', async (_, name, kept) => {
    const review = await send('tiga', `Oom ${name.length};;14-07-1988;;Cikokol\n`, name);
    const found = await site.db.participantImport.findUniqueOrThrow({ where: { id: idOf(review) } });
    expect(found.fileName).toBe(kept);
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
