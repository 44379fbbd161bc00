// npm run backup -- <file>: every row of every table as it was at one instant, and the pictures, private ones too.
// npm run restore -- <file>: into an empty database and an empty data folder, so never into one that the site is using.
import { readBackup, writeBackup } from './backup-file.ts';
import { withLiveDatabase } from './live-database.ts';

const [verb, file] = process.argv.slice(2);
if ((verb !== 'backup' && verb !== 'restore') || !file) {
  process.stderr.write('usage: npm run backup|restore -- <file>\n');
  process.exit(2);
}

await withLiveDatabase(async (place) => {
  if (verb === 'restore' && place.isShared && !process.env.DATABASE_URL)
    throw new Error(`DATA_DIR: ${place.dataDirectory} is in use. Stop the site first, or give DATABASE_URL.`);
  const { rows, files } = await (verb === 'backup' ? writeBackup(file, place) : readBackup(file, place));
  process.stdout.write(`${verb}: ${rows} rows, ${files} files, ${file}\n`);
});
