// A new key: everything opens before, between and after; then the old key is of no use, and no sealed column was forgotten.
import { beforeAll, describe, expect, it } from 'vitest';
import { openMessage, queueMessage } from '#app/domain/messages/queue-message.server.ts';
import { resealRows, SEALED_COLUMNS } from '#app/domain/privacy/reseal-rows.server.ts';
import { createSealer } from '#app/services/crypto/aes-sealer.ts';
import { createMaker, NOW } from '#tests/support/fixtures.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();
const [OLD, NEW, fingerprintKey] = ['ab'.repeat(32), 'cd'.repeat(32), 'ef'.repeat(32)];
const before = createSealer({ sealKey: OLD, fingerprintKey });
const between = createSealer({ sealKey: NEW, oldSealKey: OLD, fingerprintKey });
const after = createSealer({ sealKey: NEW, fingerprintKey });
const MANY = 620;
let shopId: string;

beforeAll(async () => {
  const { shop } = await createMaker(test.db);
  shopId = shop.id;
  const bankAccountSealed = before.seal('shop.bankAccount', shopId, '1234567890');
  await test.db.shop.update({ where: { id: shopId }, data: { bankAccountSealed } });
  await test.db.$transaction(async (tx) => {
    for (let index = 0; index < MANY; index++) {
      const content = { kind: 'signInCode', code: String(100_000 + index) } as const;
      await queueMessage(tx, { phone: '+6281299900011', content, now: NOW, sealer: before });
    }
  });
});

const readShop = () => test.db.shop.findUniqueOrThrow({ where: { id: shopId } });

describe('a new key', () => {
  it('knows every sealed column there is', async () => {
    const columns = await test.db.$queryRaw<{ table: string; column: string }[]>`
      SELECT table_name AS table, column_name AS column FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name LIKE '%Sealed' ORDER BY 1, 2`;
    expect(columns.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(
      SEALED_COLUMNS.map(([table, column]) => `${table}.${column}`).sort(),
    );
  });

  it('does not open what it did not seal, while both together open all', async () => {
    const { bankAccountSealed } = await readShop();
    expect(() => after.open('shop.bankAccount', shopId, bankAccountSealed ?? '')).toThrow('unknown key');
    expect(between.open('shop.bankAccount', shopId, bankAccountSealed ?? '')).toBe('1234567890');
  });

  it('seals everything anew, once, in batches', async () => {
    expect(await resealRows(test.db, { sealer: between })).toBe(MANY + 1);
    expect(await resealRows(test.db, { sealer: between })).toBe(0);
    const { bankAccountSealed } = await readShop();
    expect(after.open('shop.bankAccount', shopId, bankAccountSealed ?? '')).toBe('1234567890');
    const codes = (await test.db.message.findMany()).map((row) => openMessage(after, row));
    expect(new Set(codes.map((content) => ('code' in content ? content.code : ''))).size).toBe(MANY);
    expect(() => before.open('shop.bankAccount', shopId, bankAccountSealed ?? '')).toThrow('unknown key');
  });

  it('stops at a value that neither key opens, and loses nothing', async () => {
    const strange = createSealer({ sealKey: '99'.repeat(32), fingerprintKey }).seal('shop.bankAccount', shopId, '1');
    await test.db.shop.update({ where: { id: shopId }, data: { bankAccountSealed: strange } });
    await expect(resealRows(test.db, { sealer: between })).rejects.toThrow(
      'shop.bankAccount: sealed with an unknown key',
    );
    expect((await readShop()).bankAccountSealed).toBe(strange);
  });
});
