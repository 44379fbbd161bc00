// npm run audit:rollups: compares every PersonMonth with its sources; exit code 1 and one line per difference when they part.
import { listRollupDifferences } from '#app/domain/sales/audit-person-months.server.ts';
import { connectDatabase } from '#app/services/database/connect.ts';
import { withLiveDatabase } from './live-database.ts';

await withLiveDatabase(async ({ address }) => {
  const db = connectDatabase(address, 2);
  const differences = await listRollupDifferences(db).finally(() => db.$disconnect());
  for (const { personId, month, kept, sources } of differences) {
    process.stdout.write(`${personId} ${month} kept ${JSON.stringify(kept)} sources ${JSON.stringify(sources)}\n`);
  }
  process.stdout.write(`${differences.length} rollups differ from their sources\n`);
  process.exitCode = differences.length ? 1 : 0;
});
