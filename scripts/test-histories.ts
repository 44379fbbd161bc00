// npm run test:histories [seconds] [seed]: generated histories of orders and money for longer than npm test takes (ten minutes
// when nothing is said); a seed runs a failed one again.
import { spawnSync } from 'node:child_process';
import { prepare, ROOT } from './prepare.ts';

const [seconds = '600', seed] = process.argv.slice(2);
prepare();
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', 'tests/domain/orders/order-histories.test.ts'],
  {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, HISTORY_SECONDS: seconds, ...(seed === undefined ? {} : { HISTORY_SEED: seed }) },
  },
);
process.exit(status ?? 1);
