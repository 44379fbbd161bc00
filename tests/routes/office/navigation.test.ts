// The links of the desk lead each role through open doors only.
import { expect, test } from 'vitest';
import type { Role } from '#app/domain/access/roles.ts';
import { href } from '#app/urls.ts';
import { createAccount } from '#tests/support/fixtures.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();

test.each([
  ['programme_officer', href('officeOutcomes')],
  ['analyst', href('officeCohorts')],
  ['finance', href('officeProofs')],
] as const satisfies readonly (readonly [Role, string])[])('%s', async (role, home) => {
  const as = await site.signIn(await createAccount(site.db, role));
  const page = await (await site.fetch(home, { as })).text();
  const links = [...page.matchAll(/href="(\/dinsos[^"]*)"/g)].map(([, to]) => to ?? '');
  expect(links.length).toBeGreaterThan(0);
  for (const to of links) expect((await site.fetch(to, { as })).status, to).toBe(200);
});
