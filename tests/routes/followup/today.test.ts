// The officer's list over HTTP: pages, and a shop opened for the woman who is last of all.
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { WOMEN_A_PAGE } from '#app/domain/people/followed-women.server.ts';
import { createAccount, createAreas, NOW, VILLAGE } from '#tests/support/fixtures.ts';
import { createCohort } from '#tests/support/income-fixtures.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();
const MANY = 401;
let as: string;
let last: string;

beforeAll(async () => {
  await createAreas(site.db);
  const officer = await createAccount(site.db, 'field_officer');
  as = await site.signIn(officer);
  await site.db.officerArea.create({
    data: { accountId: officer.accountId, areaCode: VILLAGE, fromOn: new Date('2026-01-01') },
  });
  const cohort = await createCohort(site.db, { endsOn: '2026-10-24' });
  const people = Array.from({ length: MANY }, (_, i) => ({
    id: randomUUID(),
    name: `Ibu ${String(i).padStart(3, '0')}`,
    areaCode: VILLAGE,
    createdAt: NOW,
  }));
  last = people.at(-1)?.id ?? '';
  await site.db.person.createMany({ data: people });
  await site.db.enrolment.createMany({
    data: people.map(({ id }) => ({ cohortId: cohort.id, personId: id, stage: 'graduated', enrolledAt: NOW })),
  });
});
const text = async (path: string) => (await (await site.fetch(path, { as })).text()).replaceAll('<!-- -->', '');

it('leads from page to page, to the last woman', async () => {
  const pages = Math.ceil(MANY / WOMEN_A_PAGE);
  const first = await text('/pendampingan');
  expect(first).toContain(`Halaman 1 dari ${pages}`);
  expect(first).toContain('href="/pendampingan?halaman=2"');
  const end = await text(`/pendampingan?halaman=${pages}`);
  expect(end).toContain('Ibu 400');
  expect(end).not.toContain('Berikutnya');
  for (const nonsense of ['x', '-1', '0', '99999', '2.5'])
    expect((await site.fetch(`/pendampingan?halaman=${nonsense}`, { as })).status).toBe(200);
});

it('opens a shop for her, and asks for her consent next', async () => {
  const path = `/pendampingan/ibu/${last}/toko`;
  expect(await text(path)).toContain('Toko untuk Ibu 400');
  const fields = { nama: 'Toko Akhir', cerita: '', titik: '', bank: '', rekening: '', pemilik: '' };
  const opened = await site.post(path, { ...fields, [`ongkir-${VILLAGE}`]: '5000' }, { as });
  expect(opened.headers.get('Location')).toBe(`/pendampingan/ibu/${last}/izin`);
  expect((await site.fetch('/perajin/toko-akhir')).status).toBe(404);
  expect(await text(`/pendampingan/ibu/${last}`)).toContain('belum tampil');
  const answer = { tujuan: 'shop', izin: 'ya', cara: 'spoken', saksi: 'Bu RW' };
  await site.post(`/pendampingan/ibu/${last}/izin`, answer, { as });
  site.app.pages.clear();
  expect((await site.fetch('/perajin/toko-akhir')).status).toBe(200);
});

it('asks about two sources that do not go together, on the list and beside the month in her file', async () => {
  const month = { personId: last, month: '2026-10', reportedSold: 'yes', verifiedRupiah: 300_000 };
  await site.db.personMonth.create({
    data: { ...month, reportedTakingsRupiah: 120_000, reportedProfitRupiah: 90_000 },
  });
  const sentence =
    'Oktober 2026: pesanan selesai di sini Rp\u00A0300.000, lebih dari uang masuk yang dijawab, Rp\u00A0120.000.';
  expect(await text('/pendampingan')).toContain(sentence);
  expect(await text(`/pendampingan/ibu/${last}`)).toContain(sentence);
});
