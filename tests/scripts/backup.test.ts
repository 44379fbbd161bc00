// A backup, changes after it, a restore elsewhere: every table's rows are those of the moment of the backup.
import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '#app/domain/database.ts';
import { readBackup, writeBackup } from '#scripts/database/backup-file.ts';
import { createListing, createMaker } from '#tests/support/fixtures.ts';
import { buy } from '#tests/support/shopping.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const source = useTestDatabase();
const target = useTestDatabase();
const torn = useTestDatabase();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keset-kita-backup-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function everyRow(db: Database): Promise<Record<string, string[]>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`;
  const found: Record<string, string[]> = {};
  for (const { name } of tables) {
    const rows = await db.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM "${name}" t ORDER BY 1`);
    found[name] = rows.map(({ row }) => row);
  }
  return found;
}

it('brings back every row, every picture, and the running numbers', async () => {
  const home = join(folder, 'home');
  await mkdir(join(home, 'media'), { recursive: true });
  const picture = Buffer.from([0, 255, 10, 13, 128]);
  await writeFile(join(home, 'media', 'a-320.avif'), picture);
  const { shop } = await createMaker(source.db);
  const { variant } = await createListing(source.db, shop.id);
  await source.db.shop.update({ where: { id: shop.id }, data: { story: 'Kata "kutip", \\ garis,\nbaris baru 🧶' } });
  await buy(source.db, { shopId: shop.id, variantId: variant.id });
  const before = await everyRow(source.db);
  const file = join(folder, 'backup.gz');
  const made = await writeBackup(file, { address: source.address, dataDirectory: home });
  expect(made.files).toBe(1);
  expect(made.rows).toBe(Object.values(before).flat().length);

  await buy(source.db, { shopId: shop.id, variantId: variant.id });
  expect(await everyRow(source.db)).not.toEqual(before);

  const away = join(folder, 'away');
  expect(await readBackup(file, { address: target.address, dataDirectory: away })).toEqual(made);
  expect(await everyRow(target.db)).toEqual(before);
  expect(await readFile(join(away, 'media', 'a-320.avif'))).toEqual(picture);
  const numbers = async () => (await target.db.order.findMany({ select: { number: true } })).map((row) => row.number);
  const known = await numbers();
  expect((await buy(target.db, { shopId: shop.id, variantId: variant.id })).ok).toBe(true);
  expect(new Set(await numbers()).size).toBe(known.length + 1);

  await expect(readBackup(file, { address: target.address, dataDirectory: away })).rejects.toThrow('not empty');
  await truncate(file, Math.floor((await readFile(file)).length / 2));
  await expect(readBackup(file, { address: torn.address, dataDirectory: join(folder, 'torn') })).rejects.toThrow();
  expect(Object.values(await everyRow(torn.db)).flat()).toEqual([]);
});
