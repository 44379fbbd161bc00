// npm test: everything, in order, stopping at nothing; the last line says how many passed and failed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, ROOT } from './prepare.ts';

const CHECKS: readonly (readonly [name: string, command: readonly string[]])[] = [
  ['format and lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings']],
  ['types', ['node_modules/typescript/bin/tsc', '-p', '.']],
  [
    'boundaries',
    ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', 'app', '--config', '.dependency-cruiser.cjs'],
  ],
  ['unused code', ['node_modules/knip/bin/knip.js']],
  ['repeated logic', ['node_modules/jscpd/bin/jscpd', '--config', '.jscpd.json']],
];

let passed = 0;
let failed = 0;
function run(name: string, command: readonly string[]): void {
  const startedAt = Date.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const isGreen = status === 0;
  process.stdout.write(`${isGreen ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)\n`);
  if (!isGreen) process.stdout.write(`${stdout}\n${stderr}\n`);
  if (isGreen) passed += 1;
  else failed += 1;
}

prepare();
for (const [name, command] of CHECKS) run(name, command);

const report = join(mkdtempSync(join(tmpdir(), 'keset-kita-report-')), 'report.json');
const vitest = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] },
);
const counts = JSON.parse(readFileSync(report, 'utf8')) as {
  numPassedTests: number;
  numFailedTests: number;
  success: boolean;
};
passed += counts.numPassedTests;
// A file that does not even load has no test in it: that is a failure too.
failed += Math.max(counts.numFailedTests, counts.success && vitest.status === 0 ? 0 : 1);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
