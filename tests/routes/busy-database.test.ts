// Every connection to the database is taken for longer than a visitor waits: told to come back, and served again afterwards.
import { expect, it } from 'vitest';
import { useSite } from '#tests/support/site.ts';

const site = useSite({ settings: { DATABASE_POOL: '1' } });

it('is 503 with Retry-After while it lasts, and 200 after it', async () => {
  await site.db.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT 1`;
      const answer = await site.fetch('/produk?cari=lurik');
      expect(answer.status).toBe(503);
      expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
    },
    { timeout: 20_000 },
  );
  expect((await site.fetch('/produk?cari=lurik')).status).toBe(200);
});
