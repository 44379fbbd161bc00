// Confirms a previewed list: new women enter the registry, known ones are linked, each is enrolled once with her baseline.
import { randomUUID } from 'node:crypto';
import { type Actor, can } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import { type Database, inTransaction, type Transaction } from '../database.ts';
import { toDateColumn } from '../dates.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { failure, type Result, success } from '../result.ts';
import type { Participant } from './participant-list.ts';

export type Decision = 'same' | 'different';
type Cleaned = Omit<Participant, 'asWritten' | 'remarks'>;

/** Every row in review needs a decision (`decisionMissing`). Confirming again changes nothing. */
export async function confirmImport(
  db: Database,
  {
    actor,
    input,
    now,
    sealer,
  }: {
    actor: Actor;
    input: { importId: string; decisions: Readonly<Record<string, Decision>> };
    now: Date;
    sealer: Sealer;
  },
): Promise<Result<{ added: number; linked: number }, 'notFound' | 'forbidden' | 'conflict' | 'decisionMissing'>> {
  if (!can(actor, 'cohort.import')) return failure('forbidden');
  return inTransaction(db, async (tx) => {
    const found = await tx.participantImport.findUnique({
      where: { id: input.importId },
      include: { cohort: true, rows: { orderBy: { rowNumber: 'asc' } } },
    });
    if (!found) return failure('notFound');
    const undecided = found.rows.find(
      (row) => row.outcome === 'review' && row.personId !== null && !input.decisions[row.id],
    );
    if (undecided) return failure('decisionMissing', `baris-${undecided.id}`);
    const { count } = await tx.participantImport.updateMany({
      where: { id: found.id, status: 'preview' },
      data: { status: 'confirmed', confirmedAt: now },
    });
    if (count === 0) return found.status === 'confirmed' ? success({ added: 0, linked: 0 }) : failure('conflict');
    let added = 0;
    for (const row of found.rows) {
      const cleaned = JSON.parse(sealer.open('importRow.cleaned', row.id, row.cleanedSealed)) as Cleaned;
      const isKnown = row.personId !== null && (row.outcome === 'known' || input.decisions[row.id] === 'same');
      const personId =
        isKnown && row.personId
          ? row.personId
          : await addPerson(tx, cleaned, { now, sealer, isNikShared: row.outcome === 'review' });
      if (!isKnown) added += 1;
      await enrol(tx, {
        cohortId: found.cohortId,
        personId,
        stage: found.stage,
        cleaned,
        measuredOn: found.cohort.startsOn,
        now,
      });
      await tx.importRow.update({ where: { id: row.id }, data: { personId } });
    }
    const linked = found.rows.length - added;
    await recordEvent(tx, {
      actor,
      now,
      kind: 'import.confirmed',
      subject: ['import', found.id],
      facts: { added, linked },
    });
    return success({ added, linked });
  });
}

async function addPerson(
  tx: Transaction,
  row: Cleaned,
  { now, sealer, isNikShared }: { now: Date; sealer: Sealer; isNikShared: boolean },
): Promise<string> {
  const id = randomUUID();
  // Two women cannot have one NIK: where a person decided that they are two, the number stays sealed but recognises nobody.
  const nikHash =
    row.nik && !(isNikShared && (await isNikTaken(tx, row.nik, sealer))) ? sealer.fingerprint('nik', row.nik) : null;
  await tx.person.create({
    data: {
      id,
      name: row.name,
      birthOn: row.birthOn ? toDateColumn(row.birthOn) : null,
      phone: row.phone,
      areaCode: row.areaCode,
      addressSealed: row.address ? sealer.seal('person.address', id, row.address) : null,
      nikSealed: row.nik ? sealer.seal('person.nik', id, row.nik) : null,
      nikHash,
      nikLast4: row.nik?.slice(-4) ?? null,
      isHouseholdHead: row.isHouseholdHead,
      dependants: row.dependants,
      education: row.education,
      occupation: row.occupation,
      criterion: row.criterion,
      welfareDecile: row.welfareDecile,
      welfareSource: row.welfareDecile === null ? null : 'DTSEN',
      createdAt: now,
    },
  });
  return id;
}

async function isNikTaken(tx: Transaction, nik: string, sealer: Sealer): Promise<boolean> {
  return (await tx.person.count({ where: { nikHash: sealer.fingerprint('nik', nik) } })) > 0;
}

/** Once per cohort; a baseline is kept only where the list asked for income. */
async function enrol(
  tx: Transaction,
  entry: { cohortId: string; personId: string; stage: string; cleaned: Cleaned; measuredOn: Date; now: Date },
): Promise<void> {
  const created = await tx.enrolment.createManyAndReturn({
    data: [{ cohortId: entry.cohortId, personId: entry.personId, stage: entry.stage, enrolledAt: entry.now }],
    skipDuplicates: true,
    select: { id: true },
  });
  const enrolmentId = created[0]?.id;
  if (!enrolmentId || entry.cleaned.incomeAsWritten === null) return;
  await tx.baseline.create({
    data: {
      enrolmentId,
      incomeRupiah: entry.cleaned.incomeRupiah,
      incomeAsWritten: entry.cleaned.incomeAsWritten,
      measuredOn: entry.measuredOn,
    },
  });
}
