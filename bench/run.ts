// npm run bench [pages|purchase|overload]: opens a shop, measures pages and purchases against their limits and then lets too many in;
// without a word all of it, written to bench/results.md; exit code 1 when a budget is missed. Linux only: elsewhere there is no /proc to read CPU time from.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, ROOT } from '#scripts/prepare.ts';
import { runOverload } from './overload.ts';
import { benchPages } from './pages.ts';
import { benchPurchase } from './purchase.ts';
import { machineLines, runInterleaved, table } from './report.ts';
import { openShop } from './shop.ts';

if (process.platform !== 'linux') {
  process.stderr.write('bench reads CPU time from /proc and so runs on Linux only\n');
  process.exit(2);
}
const only = process.argv[2];
prepare();
const shop = await openShop();
// Also when a run fails: a site left behind would go on for ever.
const { text, isMet } = await measure().finally(() => shop.stop());
process.stdout.write(text);
if (only === undefined) writeFileSync(join(ROOT, 'bench/results.md'), text);
process.exit(isMet ? 0 : 1);

async function measure(): Promise<{ text: string; isMet: boolean }> {
  const benches = [];
  if (only === undefined || only === 'pages') benches.push(await benchPages(shop));
  if (only === undefined || only === 'purchase') benches.push(await benchPurchase(shop));
  const measured = [];
  for (const { cases, close } of benches) {
    measured.push(...(await runInterleaved(cases)));
    close();
  }
  const overload = only === undefined || only === 'overload' ? await runOverload(shop) : { lines: [], isMet: true };
  const text = ['# Measured', '', ...machineLines(), '', ...table(measured), '', ...overload.lines].join('\n');
  return { text, isMet: overload.isMet && measured.every((row) => row.isMet) };
}
