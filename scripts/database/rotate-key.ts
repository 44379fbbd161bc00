// npm run keys:rotate: seals everything anew under SEAL_KEY that SEAL_KEY_OLD sealed; beside the running site, as often as you like.
import { resealRows } from '#app/domain/privacy/reseal-rows.server.ts';
import { createSealer } from '#app/services/crypto/aes-sealer.ts';
import { connectDatabase } from '#app/services/database/connect.ts';
import { EnvironmentError, readEnvironment } from '#app/services/environment.ts';
import { withLiveDatabase } from './live-database.ts';

await withLiveDatabase(async ({ address }) => {
  const { SEAL_KEY: sealKey, SEAL_KEY_OLD: oldSealKey, FINGERPRINT_KEY: fingerprintKey } = readEnvironment(process.env);
  if (!oldSealKey) throw new EnvironmentError('SEAL_KEY_OLD: give the key of before, and the new one as SEAL_KEY');
  const db = connectDatabase(address, 2);
  const sealer = createSealer({ sealKey, oldSealKey, fingerprintKey });
  const count = await resealRows(db, { sealer }).finally(() => db.$disconnect());
  process.stdout.write(`${count} values sealed anew; SEAL_KEY_OLD can go\n`);
});
