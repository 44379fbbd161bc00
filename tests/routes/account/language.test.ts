// The language of the screen: chosen on any page, kept in a cookie, and back to the same page; makers' pages have one only.
import { expect, it } from 'vitest';
import { href } from '#app/urls.ts';
import { createAccount, createMaker } from '#tests/support/fixtures.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();
const SWITCH = 'action="/bahasa"';

it('is switched on the page of an officer, and comes back to it', async () => {
  const officer = await createAccount(site.db, 'field_officer');
  const as = await site.signIn(officer);
  const page = await (await site.fetch(href('followup'), { as })).text();
  expect(page).toContain('<html lang="id">');
  expect(page).toContain('Kunjungan hari ini');
  expect(page).toContain(SWITCH);
  const chosen = await site.fetch(href('language'), {
    ...{ as, method: 'POST', body: new URLSearchParams({ bahasa: 'en' }) },
    headers: { Referer: `${site.origin}${href('followup')}?halaman=1` },
  });
  expect(chosen.headers.get('Location')).toBe(`${href('followup')}?halaman=1`);
  const cookie = chosen.headers.get('Set-Cookie')?.split(';')[0];
  const english = await (await site.fetch(href('followup'), { as: `${as}; ${cookie}` })).text();
  expect(english).toContain('<html lang="en">');
  expect(english).toContain('Visits today');
  expect(english).toContain('Bahasa Indonesia');
});

it.each([
  ['programme_officer', href('officeCohorts'), 'Cohorts'],
  ['finance', href('officeMoney'), 'Money today'],
] as const)('is English for the %s who asks for it', async (role, path, heading) => {
  const as = await site.signIn(await createAccount(site.db, role));
  const page = await (await site.fetch(path, { as: `${as}; bahasa=en` })).text();
  expect(page).toContain(heading);
  expect(page).toContain(SWITCH);
});

it('stays Indonesian on the pages of a maker, whatever was chosen elsewhere', async () => {
  const { actor } = await createMaker(site.db);
  const as = await site.signIn(actor);
  const page = await (await site.fetch(href('business'), { as: `${as}; bahasa=en` })).text();
  expect(page).toContain('<html lang="id">');
  expect(page).toContain('Keluar');
  expect(page).not.toContain(SWITCH);
});
