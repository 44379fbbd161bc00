// npm run new:migration add_reviews: writes the SQL between the committed schema and the edited one into prisma/migrations.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';
import { startEmbeddedDatabase } from '#app/services/database/embedded.ts';

const FOLDER = 'prisma/schema';
const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  process.stderr.write('usage: npm run new:migration <snake_case_name>\n');
  process.exit(2);
}

function committedSchema(): { path: string; content: string }[] {
  const git = (...args: string[]) =>
    execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const paths = git('ls-tree', '--name-only', 'HEAD', `${FOLDER}/`).split('\n').filter(Boolean);
    return paths.map((path) => ({ path, content: git('show', `HEAD:${path}`) }));
  } catch {
    return [];
  }
}

const edited = readdirSync(FOLDER).map((file) => ({
  path: `${FOLDER}/${file}`,
  content: readFileSync(`${FOLDER}/${file}`, 'utf8'),
}));
const committed = committedSchema();
// The engine compares two texts, but asks the database for its version first.
const database = await startEmbeddedDatabase({
  directory: join(tmpdir(), 'keset-kita-new-migration'),
  isDurable: false,
});
const factory = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: database.address }));
const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, factory);
const { stdout } = await engine.diff({
  from: committed.length ? { tag: 'schemaDatamodel', files: committed } : { tag: 'empty' },
  to: { tag: 'schemaDatamodel', files: edited },
  script: true,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
});
await database.stop();
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const folder = `prisma/migrations/${stamp}_${name}`;
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/migration.sql`, stdout ?? '');
process.stdout.write(`${folder}/migration.sql\n`);
