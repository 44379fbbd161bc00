// The commands that look at a live database: which one they find, and what they say of it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findRunningDatabase } from '#app/services/database/embedded-address.ts';
import { createListing, createMaker } from '#tests/support/fixtures.ts';
import { ROOT } from '#tests/support/site.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

describe('the embedded database of a folder', () => {
  const folderOf = (pid: number) => {
    const folder = mkdtempSync(join(tmpdir(), 'keset-kita-live-'));
    writeFileSync(join(folder, 'postmaster.pid'), `${pid}\n${folder}\n1790000000\n54321\n\n127.0.0.1\n`);
    return folder;
  };

  it('is found by the port that the running server wrote down', () => {
    expect(findRunningDatabase(folderOf(process.pid))).toBe('postgresql://keset:keset@127.0.0.1:54321/keset_kita');
  });

  it('is not running when its process is gone, or was never there', () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    expect(findRunningDatabase(folderOf(pid))).toBeNull();
    expect(findRunningDatabase(tmpdir())).toBeNull();
  });
});

describe('npm run audit:money and audit:rollups', () => {
  const test = useTestDatabase();
  const run = (script: string, address = test.address) => {
    const env = { ...process.env, DATABASE_URL: address };
    const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/database/${script}.ts`], {
      cwd: ROOT,
      env,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };

  it('say that all is well, and name what is not', async () => {
    expect(run('audit-money')).toMatchObject({ status: 0, stdout: expect.stringContaining('0 rows break') });
    expect(run('audit-rollups')).toMatchObject({ status: 0, stdout: expect.stringContaining('0 rollups differ') });
    const maker = await createMaker(test.db);
    const { variant } = await createListing(test.db, maker.shop.id);
    await test.db.variant.update({ where: { id: variant.id }, data: { held: 1 } });
    await test.db.personMonth.create({
      data: { personId: maker.person.id, month: '2026-10', verifiedRupiah: 35_000, verifiedOrders: 1 },
    });
    const money = run('audit-money');
    expect([money.status, money.stdout]).toEqual([1, expect.stringContaining(variant.id)]);
    const rollups = run('audit-rollups');
    expect([rollups.status, rollups.stdout]).toEqual([1, expect.stringContaining(maker.person.id)]);
  });

  it('end with one line when nobody answers', () => {
    const { status, stderr } = run('audit-money', 'postgresql://keset:keset@127.0.0.1:9/nowhere');
    expect(status).toBe(2);
    expect(stderr.trim()).not.toBe('');
  });
});
