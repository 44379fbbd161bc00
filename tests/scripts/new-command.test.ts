// A new command's files are well formed, and its test runs and fails until the rule is there.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeCommand } from '#scripts/new-command.ts';
import { ROOT } from '#tests/support/site.ts';

const folder = mkdtempSync(join(tmpdir(), 'keset-kita-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('writeCommand', () => {
  it('writes two files, well formatted and named as the house names them', () => {
    const files = writeCommand(folder, 'orders', 'gift-order');
    expect(files).toEqual(['app/domain/orders/gift-order.server.ts', 'tests/domain/orders/gift-order.test.ts']);
    expect(readFileSync(join(folder, files[0]), 'utf8')).toContain('export async function giftOrder(');
    for (const file of files) {
      const arguments_ = ['node_modules/@biomejs/biome/bin/biome', 'format', `--stdin-file-path=${file}`];
      const text = readFileSync(join(folder, file), 'utf8');
      expect(spawnSync(process.execPath, arguments_, { cwd: ROOT, input: text, encoding: 'utf8' }).stdout).toBe(text);
    }
  });

  it.each([
    ['Orders', 'gift-order'],
    ['orders', 'gift'],
    ['../orders', 'gift-order'],
    ['orders', 'Gift-Order'],
  ])('refuses %s %s', (noun, verbNoun) => expect(() => writeCommand(folder, noun, verbNoun)).toThrow());

  it('never writes over a command', () => {
    writeCommand(folder, 'orders', 'wrap-order');
    expect(() => writeCommand(folder, 'orders', 'wrap-order')).toThrow('exists already');
  });
});
