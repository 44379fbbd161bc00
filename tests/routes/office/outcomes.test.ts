// The outcome pages through the server: who sees names, what a wrong address gives, and that the content policy is kept.
import { beforeAll, describe, expect, test } from 'vitest';
import { recordCheckIn } from '#app/domain/checkins/record-check-in.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { href } from '#app/urls.ts';
import { createAccount, NOW, SYSTEM } from '#tests/support/fixtures.ts';
import { answerFor, createCohort, createGraduate, MONTH } from '#tests/support/income-fixtures.ts';
import { publish } from '#tests/support/samples/published.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();
let cookies: Record<'officer' | 'analyst' | 'maker', string>;
let ids: string[];

beforeAll(async () => {
  const cohort = await createCohort(site.db, { slug: 'april-2026' });
  ids = [];
  for (let index = 0; index < 6; index++) {
    const woman = await createGraduate(site.db, cohort.id, { name: `Sarinah ${index}` });
    ids.push(woman.id);
    const input = answerFor(woman.id, { profitRupiah: 200_000 + index * 50_000 });
    mustSucceed(await recordCheckIn(site.db, { actor: SYSTEM, input, now: NOW }));
  }
  mustSucceed(await publish(site.db, MONTH));
  const cookieOf = async (role: 'programme_officer' | 'analyst' | 'maker') =>
    site.signIn(await createAccount(site.db, role));
  cookies = {
    officer: await cookieOf('programme_officer'),
    analyst: await cookieOf('analyst'),
    maker: await cookieOf('maker'),
  };
});

describe('/dinsos/hasil', () => {
  test('shows figures, chart and table, and no style that the content policy would refuse', async () => {
    const response = await site.fetch(href('officeOutcomes'), { as: cookies.officer });
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('Rp\u00A0325.000');
    expect(html).toMatch(/<svg role="img"/);
    expect(html).toContain('terlalu sedikit untuk disimpulkan');
    expect(html).not.toMatch(/\sstyle="/);
    expect(html).toContain('ukuran=profit');
  });

  test('gives an analyst the figures rounded, without names and without ways to them', async () => {
    const response = await site.fetch(href('officeOutcomes'), { as: cookies.analyst });
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('Rp\u00A0350.000');
    expect(html).not.toContain('Rp\u00A0325.000');
    expect(html).not.toContain('/dinsos/hasil/rincian');
    expect(html).not.toContain('Sarinah');
  });

  test('says to an analyst what is hidden and why, in her language, and hides nothing of an officer', async () => {
    const pageOf = async (as: string) => (await site.fetch(href('officeOutcomes'), { as })).text();
    const analyst = await pageOf(cookies.analyst);
    // Verified and recorded sales: of nobody, which is fewer than five.
    expect(analyst).toMatch(/Terverifikasi<\/dt><dd[^>]*>disembunyikan/);
    expect(analyst).toMatch(/Dilaporkan<\/dt><dd[^>]*>Rp\u00A03\.000\.000/);
    expect(analyst).toContain('Disembunyikan: kurang dari 5 ibu');
    expect(await pageOf(`${cookies.analyst}; bahasa=en`)).toContain('Hidden: fewer than 5 women');
    const officer = await pageOf(cookies.officer);
    expect(officer).not.toMatch(/disembunyikan/i);
    expect(officer).toContain('Terverifikasi');
  });

  test('sends an analyst no exact figure behind the page either', async () => {
    const data = await site.fetch(`${href('officeOutcomes')}.data`, { as: cookies.analyst });
    const text = await data.text();
    expect(text).toContain('hidden');
    expect(text).not.toContain('325000');
  });

  test.each([
    ['?angkatan=tidak-ada', 404],
    ['?kelurahan=36.71.99', 404],
    ['?bulan=2099-01', 200],
    ['?bulan=junk&kelurahan=', 200],
  ])('answers %s with %d', async (query, status) => {
    const response = await site.fetch(`${href('officeOutcomes')}${query}`, { as: cookies.officer });
    expect(response.status).toBe(status);
  });

  test('is closed to a maker', async () => {
    expect((await site.fetch(href('officeOutcomes'), { as: cookies.maker })).status).toBe(403);
    expect((await site.fetch(href('officeOutcomesCsv'), { as: cookies.maker })).status).toBe(403);
  });
});

describe('/dinsos/hasil/rincian', () => {
  test('names the women to an officer and links each file', async () => {
    const response = await site.fetch(href('officeOutcomeRows', undefined, { ukuran: 'profit' }), {
      as: cookies.officer,
    });
    const html = await response.text();
    expect(html).toContain('Sarinah 0');
    for (const id of ids) expect(html).toContain(href('officePerson', { id }));
  });

  test('is closed to an analyst, and a measure that does not exist is not found', async () => {
    expect((await site.fetch(href('officeOutcomeRows'), { as: cookies.analyst })).status).toBe(403);
    const wrong = await site.fetch(href('officeOutcomeRows', undefined, { ukuran: 'toString' }), {
      as: cookies.officer,
    });
    expect(wrong.status).toBe(404);
  });
});

describe('/dinsos/hasil of an analyst', () => {
  test('is of the last published month, and says when the next one comes', async () => {
    const html = await (await site.fetch(href('officeOutcomes'), { as: cookies.analyst })).text();
    expect(html).toContain('Angka Oktober 2026 terbit pada 20 November 2026 dan tidak berubah sesudahnya.');
    expect(html).toContain('Angka November 2026 akan terbit pada 10 Desember 2026');
    expect(html).not.toContain('(berjalan)');
    expect(html).not.toContain('value="2026-11"');
    const officer = await (await site.fetch(href('officeOutcomes'), { as: cookies.officer })).text();
    expect(officer).toContain('(berjalan)');
    expect(officer).not.toContain('terbit pada');
  });

  test('of the month under way, asked for by name, is that of the last one; of one that was never published says so', async () => {
    const pageOf = async (query: string) =>
      (await site.fetch(`${href('officeOutcomes')}${query}`, { as: cookies.analyst })).text();
    expect(await pageOf('?bulan=2026-11')).toContain('Angka Oktober 2026 terbit pada 20 November 2026');
    const never = await pageOf('?bulan=2026-08');
    expect(never).toContain('Belum ada angka terbit untuk Agustus 2026.');
    expect(never).not.toContain('Menurut kelurahan');
    expect(never).not.toMatch(/Rp\u00A0\d{3}/);
  });
});

test('/dinsos/hasil.csv is a file by pseudonym, and of an analyst one of published cells', async () => {
  const textOf = async (as: string) => {
    const response = await site.fetch(href('officeOutcomesCsv'), { as });
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('Content-Disposition')).toContain('hasil-april-2026-2026-10.csv');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    return new TextDecoder().decode(bytes);
  };
  const officer = await textOf(cookies.officer);
  expect(officer.trim().split('\r\n')).toHaveLength(2 + 6);
  expect(officer).not.toContain('Sarinah');
  const analyst = await textOf(cookies.analyst);
  expect(analyst).toContain('2026-10;semua;profit_median;;350000;Rp;5;;');
  expect(analyst).not.toContain('325000');
  expect(analyst).not.toContain('pseudonym');
});
