// What is there for the demonstration and for who builds the site is not there anywhere else.
import { expect, it } from 'vitest';
import { href } from '#app/urls.ts';
import { useSite } from '#tests/support/site.ts';

const shown = useSite();
const real = useSite({ settings: { DEMONSTRATION: 'false' } });

it.each([href('demo'), href('demoAccounts'), href('demoOutbox'), href('systemUi')])('%s', async (path) => {
  expect((await shown.fetch(path)).status).toBe(200);
  expect((await real.fetch(path)).status).toBe(404);
});
