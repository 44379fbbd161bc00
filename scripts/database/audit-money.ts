// npm run audit:money: the nine invariants of orders and money on a live database; exit code 1 and one line per row that breaks one.
import { auditMoney } from '#app/domain/audit/audit-money.server.ts';
import { INVARIANTS } from '#app/domain/audit/check.ts';
import { connectDatabase } from '#app/services/database/connect.ts';
import { withLiveDatabase } from './live-database.ts';

await withLiveDatabase(async ({ address }) => {
  const db = connectDatabase(address, 2);
  const violations = await auditMoney(db).finally(() => db.$disconnect());
  for (const { invariant, check, subject, detail } of violations) {
    process.stdout.write(`${invariant} ${INVARIANTS[invariant]} (${check}): ${subject}: ${detail}\n`);
  }
  process.stdout.write(`${violations.length} rows break the invariants of orders and money\n`);
  process.exitCode = violations.length ? 1 : 0;
});
