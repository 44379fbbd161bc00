// Shared pages over HTTP: the second visitor's bytes, languages, the shield in front, and a fault of our own.
import { expect, it } from 'vitest';
import { sendRaw, useSite } from '#tests/support/site.ts';

const site = useSite();

it('a HEAD first does not leave an empty page for the GET after it', async () => {
  expect((await site.fetch('/privasi', { method: 'HEAD' })).status).toBe(200);
  expect(await (await site.fetch('/privasi')).text()).toContain('</html>');
});

it('the second visitor gets the bytes and the headers of the first, and 304 when she has them', async () => {
  const first = await site.fetch('/cara-belanja');
  const etag = first.headers.get('ETag') ?? '';
  expect(site.app.pages.size).toBeGreaterThan(0);
  const second = await site.fetch('/cara-belanja');
  expect(await second.text()).toBe(await first.text());
  const lasting = ({ headers }: Response) => [...headers].filter(([name]) => !['date', 'x-request-id'].includes(name));
  expect(lasting(second)).toEqual(lasting(first));
  expect(second.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  expect(second.headers.get('X-Request-Id')).not.toBe(first.headers.get('X-Request-Id'));
  expect((await site.fetch('/cara-belanja', { headers: { 'If-None-Match': etag } })).status).toBe(304);
});

it('whoever asks in English gets English, also right after somebody who did not', async () => {
  expect(await (await site.fetch('/cara-belanja')).text()).toContain('<html lang="id"');
  expect(await (await site.fetch('/cara-belanja', { as: 'bahasa=en' })).text()).toContain('<html lang="en"');
});

it('a kept page is behind the shield as well', async () => {
  await site.fetch('/privasi');
  const { port } = new URL(site.origin);
  const status = await sendRaw(site, { path: '/privasi', headers: { Host: `evil.example:${port}` } });
  expect(status).toBe(421);
});

it('a fault of ours is answered with a plain sentence and the number of the request, not with silence', async () => {
  const { pages } = site.app;
  const find = pages.find;
  pages.find = () => {
    throw new Error('planted');
  };
  const answer = await site.fetch('/privasi', { signal: AbortSignal.timeout(5_000) });
  pages.find = find;
  expect(answer.status).toBe(500);
  expect(await answer.text()).toContain(answer.headers.get('X-Request-Id'));
});
