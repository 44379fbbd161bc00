// npm run bench: opens a shop, measures pages and purchases against their limits, writes bench/results.md; exit code 1 when a
// budget is missed. Linux only: elsewhere there is no /proc to read CPU time from.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, ROOT } from '#scripts/prepare.ts';
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
const benches = [];
if (only !== 'purchase') benches.push(await benchPages(shop));
if (only !== 'pages') benches.push(await benchPurchase(shop));
const measured = [];
for (const { cases, close } of benches) {
  measured.push(...(await runInterleaved(cases)));
  close();
}
const text = ['# Measured', '', ...machineLines(), '', ...table(measured), ''].join('\n');
await shop.stop();
process.stdout.write(text);
if (only === undefined) writeFileSync(join(ROOT, 'bench/results.md'), text);
process.exit(measured.every((row) => row.isMet) ? 0 : 1);
