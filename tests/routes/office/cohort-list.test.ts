// Opening a cohort over HTTP: by whom, and what the form answers.
import { beforeAll, describe, expect, it } from 'vitest';
import { mustSucceed } from '#app/domain/result.ts';
import { createAccount } from '#tests/support/fixtures.ts';
import { createCohort, createGraduate, MONTH } from '#tests/support/income-fixtures.ts';
import { publish } from '#tests/support/samples/published.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();
let as: string;
beforeAll(async () => {
  as = await site.signIn(await createAccount(site.db, 'programme_officer'));
});
const COURSE = {
  nama: 'Keset April 2027',
  keterampilan: 'keset',
  tempat: 'SMKN 3',
  mulai: '2027-04-20',
  selesai: '2027-04-22',
  tempatDuduk: '40',
};

describe('a new cohort', () => {
  it('is opened by a programme officer, and its page is where the list is brought in', async () => {
    expect(await (await site.fetch('/dinsos/angkatan', { as })).text()).toContain('Buka angkatan baru');
    const answer = await site.post('/dinsos/angkatan', COURSE, { as });
    expect(answer.headers.get('Location')).toBe('/dinsos/angkatan/keset-april-2027');
    expect(await site.db.cohort.findUniqueOrThrow({ where: { slug: 'keset-april-2027' } })).toMatchObject({
      name: 'Keset April 2027',
      startsOn: new Date('2027-04-20'),
      endsOn: new Date('2027-04-22'),
      capacity: 40,
    });
  });

  it('of a name that is taken keeps what was typed', async () => {
    const answer = await site.post('/dinsos/angkatan', { ...COURSE, tempat: 'Balai Kota' }, { as });
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain('Sudah ada angkatan dengan nama itu');
    expect(page).toContain('value="Balai Kota"');
  });

  it.each([
    ['a last day before the first', { selesai: '2027-04-19' }, 'sebelum hari pertama'],
    ['a day that does not exist', { mulai: '2027-02-31' }, 'Tanggalnya belum benar'],
    ['no seat', { tempatDuduk: '0' }, 'terlalu kecil'],
    ['half a seat', { tempatDuduk: '1.5' }, 'angka saja'],
    ['no name', { nama: ' ' }, 'perlu diisi'],
  ])('with %s is refused kindly', async (_, change, sentence) => {
    const answer = await site.post('/dinsos/angkatan', { ...COURSE, nama: 'Keset Lain', ...change }, { as });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(sentence);
    expect(await site.db.cohort.count()).toBe(1);
  });

  it('is not for an analyst, who does not see the form either', async () => {
    const analyst = await site.signIn(await createAccount(site.db, 'analyst'));
    expect(await (await site.fetch('/dinsos/angkatan', { as: analyst })).text()).not.toContain('Buka angkatan baru');
    expect((await site.post('/dinsos/angkatan', { ...COURSE, nama: 'Keset Lain' }, { as: analyst })).status).toBe(403);
  });
});

describe('the women of a cohort', () => {
  it('are counted for an officer; an analyst has what was published of them, and until then the day on which it comes', async () => {
    const analyst = await site.signIn(await createAccount(site.db, 'analyst'));
    const cohort = await createCohort(site.db);
    for (let index = 0; index < 7; index++) await createGraduate(site.db, cohort.id);
    const pageOf = async (viewer: string) => (await site.fetch('/dinsos/angkatan', { as: viewer })).text();
    expect(await pageOf(as)).toContain('7 lulus');
    expect(await pageOf(analyst)).toContain('belum terbit');
    mustSucceed(await publish(site.db, MONTH));
    const page = await pageOf(analyst);
    expect(page).toContain('5 lulus, tahap lain disembunyikan');
    expect(page).toContain('pada tanggal 10');
    expect(page).not.toContain('7 lulus');
    expect(await (await site.fetch('/dinsos/angkatan.data', { as: analyst })).text()).not.toMatch(/"graduated",7\b/);
    await createGraduate(site.db, cohort.id);
    expect(await pageOf(as)).toContain('8 lulus');
    expect(await pageOf(analyst)).toBe(page);
  });
});
