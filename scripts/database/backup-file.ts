// The backup file: gzip over one JSON line per fact. It is made of plain SQL and needs no program of PostgreSQL beside the server.
import { createReadStream, createWriteStream, existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import pg from 'pg';
import { migrateDatabase } from '#app/services/database/migrate.ts';
import { ROOT } from '../prepare.ts';

export interface BackupPlace {
  readonly address: string;
  readonly dataDirectory: string;
}

type Line =
  | { readonly kind: 'head'; readonly version: 1; readonly migrations: readonly string[] }
  | { readonly kind: 'rows'; readonly table: string; readonly rows: readonly string[] }
  | { readonly kind: 'sequence'; readonly name: string; readonly value: string }
  | { readonly kind: 'file'; readonly path: string; readonly base64: string }
  | { readonly kind: 'end'; readonly rows: number; readonly files: number };

const FOLDERS = ['media', 'proofs'];
const ROWS_AT_ONCE = 1_000;

/** One REPEATABLE READ transaction sees one instant, while the site goes on. The file is there whole or not at all. */
export async function writeBackup(file: string, { address, dataDirectory }: BackupPlace) {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  const counts = { rows: 0, files: 0 };
  const part = `${file}.part`;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const lines = Readable.from(linesOf(client, dataDirectory, counts));
    await pipeline(lines, createGzip(), createWriteStream(part, { mode: 0o600 }));
    await client.query('COMMIT');
    await rename(part, file);
  } finally {
    await rm(part, { force: true });
    await client.end();
  }
  return counts;
}

async function* linesOf(client: pg.Client, dataDirectory: string, counts: { rows: number; files: number }) {
  const write = (line: Line) => `${JSON.stringify(line)}\n`;
  yield write({ kind: 'head', version: 1, migrations: await migrationsOf(client) });
  for (const table of await tablesOf(client)) {
    await client.query(`DECLARE everything NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS row FROM "${table}" t`);
    for (;;) {
      const { rows } = await client.query<{ row: string }>(`FETCH ${ROWS_AT_ONCE} FROM everything`);
      if (rows.length === 0) break;
      counts.rows += rows.length;
      yield write({ kind: 'rows', table, rows: rows.map(({ row }) => row) });
    }
    await client.query('CLOSE everything');
  }
  const sequences = await client.query<{ name: string; value: string }>(
    `SELECT sequencename AS name, last_value AS value FROM pg_sequences
     WHERE schemaname = 'public' AND last_value IS NOT NULL`,
  );
  for (const { name, value } of sequences.rows) yield write({ kind: 'sequence', name, value });
  for (const path of filesOf(dataDirectory)) {
    counts.files += 1;
    yield write({ kind: 'file', path, base64: (await readFile(join(dataDirectory, path))).toString('base64') });
  }
  yield write({ kind: 'end', ...counts });
}

/** Throws before anything is written when the database has people or the folder has pictures; a torn file leaves no row. */
export async function readBackup(file: string, { address, dataDirectory }: BackupPlace) {
  await migrateDatabase(address, join(ROOT, 'prisma/migrations'));
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    await refuseFull(client, dataDirectory);
    await client.query('BEGIN');
    // Rows come back as they were: no trigger fires, no reference is asked for before its row is there.
    await client.query(`SET LOCAL session_replication_role = 'replica'`);
    const counts = await readLines(file, client, dataDirectory);
    await client.query('COMMIT');
    return counts;
  } finally {
    await client.end();
  }
}

async function readLines(file: string, client: pg.Client, dataDirectory: string) {
  const counts = { rows: 0, files: 0 };
  let isWhole = false;
  await pipeline(createReadStream(file), createGunzip(), async (source: AsyncIterable<Buffer>) => {
    for await (const text of splitLines(source)) {
      const line = JSON.parse(text) as Line;
      if (line.kind === 'head') await refuseOtherSchema(client, line.migrations);
      if (line.kind === 'rows') counts.rows += await restoreRows(client, line.table, line.rows);
      if (line.kind === 'sequence') await client.query('SELECT setval($1::regclass, $2)', [line.name, line.value]);
      if (line.kind === 'file') {
        await restoreFile(join(dataDirectory, line.path), dataDirectory, line.base64);
        counts.files += 1;
      }
      if (line.kind === 'end') isWhole = line.rows === counts.rows && line.files === counts.files;
    }
  });
  if (!isWhole) throw new Error(`${file} is not whole: no row was restored`);
  return counts;
}

async function* splitLines(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of source) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** What a column is made of by PostgreSQL itself (the search index) is made again. */
async function restoreRows(client: pg.Client, name: string, rows: readonly string[]): Promise<number> {
  const columns = await client.query<{ list: string }>(
    `SELECT string_agg(quote_ident(column_name), ',') AS list FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'`,
    [name],
  );
  const [table, list] = [pg.escapeIdentifier(name), columns.rows[0]?.list ?? ''];
  await client.query(
    `INSERT INTO ${table} (${list}) SELECT ${list} FROM json_populate_recordset(NULL::${table}, $1::json)`,
    [`[${rows.join(',')}]`],
  );
  return rows.length;
}

async function restoreFile(path: string, dataDirectory: string, base64: string): Promise<void> {
  if (!path.startsWith(dataDirectory + sep)) throw new Error(`a path that leads out of the data folder: ${path}`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, Buffer.from(base64, 'base64'));
}

async function refuseFull(client: pg.Client, dataDirectory: string): Promise<void> {
  for (const table of await tablesOf(client)) {
    const { rowCount } = await client.query(`SELECT 1 FROM ${pg.escapeIdentifier(table)} LIMIT 1`);
    if (rowCount) throw new Error(`the database is not empty: "${table}" has rows`);
  }
  if (filesOf(dataDirectory).length > 0) throw new Error(`DATA_DIR: ${dataDirectory} already has pictures`);
}

async function refuseOtherSchema(client: pg.Client, migrations: readonly string[]): Promise<void> {
  const own = await migrationsOf(client);
  if (migrations.join() !== own.join())
    throw new Error('the backup was made by another version: restore it with that version, then upgrade');
}

async function migrationsOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1',
  );
  return rows.map(({ name }) => name);
}

/** Jobs are left out: the minute makes new ones. */
async function tablesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

function filesOf(dataDirectory: string): string[] {
  return FOLDERS.filter((folder) => existsSync(join(dataDirectory, folder))).flatMap((folder) =>
    readdirSync(join(dataDirectory, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(dataDirectory.length + 1)),
  );
}
