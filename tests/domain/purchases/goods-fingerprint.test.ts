// The fingerprint that a purchase writes is the one that the audit counts from the rows, whatever the words are.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { goodsFingerprint, goodsFingerprintSql } from '#app/domain/purchases/goods-fingerprint.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { Prisma } from '#app/generated/prisma/client.ts';
import { createListing, createMaker } from '#tests/support/fixtures.ts';
import { buy } from '#tests/support/shopping.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();
/** PostgreSQL's text holds no NUL and no half of a surrogate pair. */
const words = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '').toWellFormed());
const line = fc.record({
  id: fc.uuid({ version: 7 }),
  ...{ title: words, size: words, photoStoreKey: fc.option(words) },
  ...{ unitPriceRupiah: fc.integer({ min: 1, max: 2 ** 31 - 1 }), quantity: fc.integer({ min: 1, max: 99 }) },
});
const goods = fc.uniqueArray(line, { minLength: 1, maxLength: 5, selector: ({ id }) => id });

it('agrees with PostgreSQL', async () => {
  const maker = await createMaker(test.db);
  const { variant } = await createListing(test.db, maker.shop.id);
  const { purchaseId } = mustSucceed(await buy(test.db, { shopId: maker.shop.id, variantId: variant.id }));
  const order = await test.db.order.findFirstOrThrow({ where: { purchaseId } });
  await fc.assert(
    fc.asyncProperty(goods, fc.integer({ min: 0, max: 100_000 }), async (lines, deliveryRupiah) => {
      await test.db.orderLine.deleteMany({ where: { orderId: order.id } });
      const variantId = variant.id;
      await test.db.orderLine.createMany({ data: lines.map((row) => ({ ...row, variantId, orderId: order.id })) });
      await test.db.$executeRaw`UPDATE "Order" SET "deliveryRupiah" = ${deliveryRupiah},
        "totalRupiah" = "itemsRupiah" + ${deliveryRupiah} - "discountRupiah" WHERE id = ${order.id}::uuid`;
      const [counted] = await test.db.$queryRaw<{ goods: string }[]>`
        SELECT ${goodsFingerprintSql(Prisma.sql`${order.id}::uuid`)} AS goods`;
      expect(goodsFingerprint(lines, deliveryRupiah)).toBe(counted?.goods);
    }),
    { numRuns: 60 },
  );
});
