// The two lists of 2019, brought in through the same preview and confirmation as any other list.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Sealer } from '#app/domain/access/sealer.ts';
import { confirmImport, type Decision } from '#app/domain/cohorts/confirm-import.server.ts';
import { createCohort, type NewCohort } from '#app/domain/cohorts/create-cohort.server.ts';
import { type ImportStage, previewImport } from '#app/domain/cohorts/preview-import.server.ts';
import type { Database } from '#app/domain/database.ts';
import { hashBytes } from '#app/domain/ids.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { readTable } from '#app/services/intake/read-table.ts';

const COURSE = { skill: 'keset', venue: 'SMKN 3 Kota Tangerang' } as const;
const LISTS: readonly (readonly [file: string, stage: ImportStage, cohort: NewCohort])[] = [
  [
    'daftar-peserta-keset-april-2019.xlsx',
    'graduated',
    { ...COURSE, name: 'Keset April 2019', startsOn: '2019-04-22', endsOn: '2019-04-24', capacity: 100 },
  ],
  [
    'daftar-tunggu-2019-gelombang-2.csv',
    'waitlisted',
    { ...COURSE, name: 'Keset gelombang 2', startsOn: '2019-09-16', endsOn: '2019-09-18', capacity: 40 },
  ],
];

export async function seedCohorts(
  db: Database,
  { sealer, actor, now }: { sealer: Sealer; actor: Actor; now: Date },
): Promise<void> {
  for (const [fileName, stage, input] of LISTS) {
    const bytes = readFileSync(join(import.meta.dirname, 'data/intake', fileName));
    const table = await readTable(bytes);
    if (!table.ok) throw new Error(`${fileName}: ${table.reason}`);
    const { cohortId } = mustSucceed(await createCohort(db, { actor, input, now }));
    const preview = { cohortId, stage, fileName, fileHash: hashBytes(bytes), rows: table.rows };
    const { importId } = mustSucceed(await previewImport(db, { actor, input: preview, now, sealer }));
    const twins = await db.importRow.findMany({ where: { importId, outcome: 'review' }, select: { id: true } });
    const decisions: Record<string, Decision> = Object.fromEntries(twins.map((row) => [row.id, 'same']));
    mustSucceed(await confirmImport(db, { actor, input: { importId, decisions }, now, sealer }));
  }
}
