// Reads an uploaded list into a preview. Nothing reaches the registry until it is confirmed.
import { randomUUID } from 'node:crypto';
import { type AccountActor, type Actor, can } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import { type Database, inTransaction } from '../database.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { failure, type Result, success } from '../result.ts';
import { cleanFileName } from './file-name.ts';
import { type Match, matchParticipants } from './match-participants.server.ts';
import { type Participant, readParticipants } from './participant-list.ts';

export const IMPORT_STAGES = ['graduated', 'waitlisted'] as const;
export type ImportStage = (typeof IMPORT_STAGES)[number];
const SEEDER_ID = '00000000-0000-0000-0000-000000000000';

export interface PreviewInput {
  readonly cohortId: string;
  readonly stage: ImportStage;
  readonly fileName: string;
  readonly fileHash: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** `notAList`: no heading with names was found. `conflict`: this very file was confirmed for this cohort already. */
export async function previewImport(
  db: Database,
  { actor, input, now, sealer }: { actor: Actor; input: PreviewInput; now: Date; sealer: Sealer },
): Promise<Result<{ importId: string; count: number }, 'notFound' | 'notAList' | 'conflict' | 'forbidden'>> {
  if (!can(actor, 'cohort.import')) return failure('forbidden');
  if ((await db.cohort.count({ where: { id: input.cohortId } })) === 0) return failure('notFound');
  const { cohortId, fileHash } = input;
  if ((await db.participantImport.count({ where: { cohortId, fileHash, status: 'confirmed' } })) > 0)
    return failure('conflict', 'berkas');
  const villages = await db.area.findMany({
    where: { level: 'village' },
    select: { code: true, name: true, aliases: true },
  });
  const participants = readParticipants(input.rows, villages);
  if (!participants || participants.length === 0) return failure('notAList', 'berkas');
  const matches = await matchParticipants(db, participants, sealer);
  const importId = await inTransaction(db, async (tx) => {
    const created = await tx.participantImport.create({
      data: {
        cohortId,
        stage: input.stage,
        fileName: cleanFileName(input.fileName),
        fileHash,
        status: 'preview',
        createdById: idOf(actor),
        createdAt: now,
      },
    });
    await tx.importRow.createMany({ data: matches.map((match) => sealedRow(match, created.id, sealer)) });
    await recordEvent(tx, {
      actor,
      now,
      kind: 'import.previewed',
      subject: ['import', created.id],
      facts: { rows: matches.length },
    });
    return created.id;
  });
  return success({ importId, count: matches.length });
}

/** A row as it is kept: what was written and what was made of it, both sealed. */
function sealedRow({ participant, remarks, ...found }: Match<Participant>, importId: string, sealer: Sealer) {
  const id = randomUUID();
  const { asWritten, remarks: _remarks, ...cleaned } = participant;
  return {
    ...{ ...found, id, importId, rowNumber: participant.rowNumber, remarks: [...remarks] },
    asWrittenSealed: sealer.seal('importRow.asWritten', id, JSON.stringify(asWritten)),
    cleanedSealed: sealer.seal('importRow.cleaned', id, JSON.stringify(cleaned)),
  };
}

function idOf(actor: AccountActor | Actor): string {
  return actor.kind === 'account' ? actor.accountId : SEEDER_ID;
}
