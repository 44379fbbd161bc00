// Lists as an office would send them, from text to preview and confirmation.
import type { Decision } from '#app/domain/cohorts/confirm-import.server.ts';
import { confirmImport } from '#app/domain/cohorts/confirm-import.server.ts';
import { createCohort } from '#app/domain/cohorts/create-cohort.server.ts';
import { type ImportStage, previewImport } from '#app/domain/cohorts/preview-import.server.ts';
import type { Database } from '#app/domain/database.ts';
import { hashBytes } from '#app/domain/ids.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { readTable } from '#app/services/intake/read-table.ts';
import { NOW, SYSTEM, sealer } from '#tests/support/fixtures.ts';

export const HEADING = 'Nama;NIK;Tanggal lahir;No HP;Kelurahan\n';
let counter = 0;

export async function openCohort(db: Database): Promise<string> {
  counter += 1;
  const input = {
    name: `Angkatan ${counter}`,
    skill: 'keset',
    venue: 'SMKN 3',
    startsOn: '2019-04-22',
    endsOn: '2019-04-24',
    capacity: 100,
  };
  return mustSucceed(await createCohort(db, { actor: SYSTEM, now: NOW, input })).cohortId;
}

/** The id of a waiting import of these lines (without heading). */
export async function previewLines(
  db: Database,
  cohortId: string,
  lines: readonly string[],
  { fileName = 'daftar.csv', stage = 'graduated' as ImportStage } = {},
): Promise<string> {
  const bytes = new TextEncoder().encode(`${HEADING}${lines.join('\n')}\n`);
  const table = await readTable(bytes);
  if (!table.ok) throw new Error(table.reason);
  const input = { cohortId, stage, fileName, fileHash: hashBytes(bytes), rows: table.rows };
  return mustSucceed(await previewImport(db, { actor: SYSTEM, now: NOW, sealer, input })).importId;
}

/** Decisions by row number of the list (the heading is row 1). */
export async function confirm(db: Database, importId: string, byRow: Readonly<Record<number, Decision>> = {}) {
  const rows = await db.importRow.findMany({ where: { importId } });
  const decisions = Object.fromEntries(
    rows.flatMap((row) => (byRow[row.rowNumber] ? [[row.id, byRow[row.rowNumber]]] : [])),
  ) as Record<string, Decision>;
  return confirmImport(db, { actor: SYSTEM, now: NOW, sealer, input: { importId, decisions } });
}

export function reportOf(db: Database, importId: string) {
  return db.importRow.findMany({
    where: { importId },
    orderBy: { rowNumber: 'asc' },
    select: { rowNumber: true, outcome: true, personId: true, twinRowNumber: true, remarks: true },
  });
}
