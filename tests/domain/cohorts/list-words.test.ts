// Names of files and of women as people write them.
import { describe, expect, it } from 'vitest';
import { cleanFileName } from '#app/domain/cohorts/file-name.ts';
import { isLikeName } from '#app/domain/cohorts/like-name.ts';

describe('a file name', () => {
  it.each([
    ['daftar peserta.xlsx', 'daftar peserta.xlsx'],
    ['a\u0000b\u0007.csv', 'ab.csv'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\Ani\\daftar.xlsx', 'daftar.xlsx'],
    ['daftar\u202exslx.exe', 'daftarxslx.exe'],
    ['\ud800.csv', 'daftar.csv'],
    ['', 'daftar'],
    ['..', 'daftar'],
    ['\n\t /', 'daftar'],
  ])('%j is kept as %j', (name, kept) => {
    expect(cleanFileName(name)).toBe(kept);
  });

  it('of any length keeps its ending and at most 120 letters', () => {
    const kept = cleanFileName(`${'é'.repeat(400)}.xlsx`);
    expect([...kept]).toHaveLength(120);
    expect(kept.endsWith('.xlsx')).toBe(true);
  });
});

describe('two names', () => {
  it.each([
    ['Siti Hartati', 'Sti Hartati', true],
    ['Nurhayati', 'Nur Hayati', true],
    ['Siti Aminah', 'Siti Aminah Binti Umar', true],
    ['Siti Aminah', 'Siti Rohmah', false],
    ['Siti Aminah', 'Dewi Lestari', false],
    ['E', 'E', true],
    ['E', 'Dewi', false],
  ])('%s and %s: %s', (one, other, alike) => {
    expect(isLikeName(one, other)).toBe(alike);
    expect(isLikeName(other, one)).toBe(alike);
  });
});
