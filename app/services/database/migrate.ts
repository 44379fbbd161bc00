// Applies prisma/migrations with Prisma's own schema engine in WebAssembly: no binary, same bookkeeping as `prisma migrate deploy`.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';

/** Returns the names of the migrations just applied (none when up to date). Throws when one fails; it is rolled back whole. */
export async function migrateDatabase(address: string, directory: string): Promise<string[]> {
  const { factory: adapters, close } = wholeScriptAdapter(address);
  const factory = bindMigrationAwareSqlAdapterFactory(adapters);
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, factory);
  try {
    const result = await engine.applyMigrations({
      migrationsList: {
        baseDir: directory,
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
        shadowDbInitScript: '',
        migrationDirectories: await readMigrations(directory),
      },
      filters: { externalTables: [], externalEnums: [] },
    });
    return result.appliedMigrationNames;
  } finally {
    engine.free();
    await close();
  }
}

/**
 * The adapter cuts a script at every semicolon, which breaks function bodies and runs each piece on its own. Sent whole,
 * PostgreSQL takes it as one implicit transaction.
 */
function wholeScriptAdapter(address: string): { factory: PrismaPg; close(): Promise<void> } {
  const factory = new PrismaPg({ connectionString: address });
  const connect = factory.connect.bind(factory);
  const open: Awaited<ReturnType<typeof connect>>[] = [];
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    open.push(adapter);
    return adapter;
  };
  // The engine forgets its connections without closing them.
  return { factory, close: async () => void (await Promise.all(open.map((adapter) => adapter.dispose()))) };
}

async function readMigrations(directory: string) {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: await readFile(join(directory, name, 'migration.sql'), 'utf8') },
      },
    })),
  );
}
