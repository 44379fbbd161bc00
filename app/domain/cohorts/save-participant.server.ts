// What a confirmed row leaves behind: a person of the registry, her enrolment, her baseline.
import { randomUUID } from 'node:crypto';
import type { Sealer } from '../access/sealer.ts';
import type { Transaction } from '../database.ts';
import { toDateColumn } from '../dates.ts';
import type { Participant } from './participant-list.ts';

/** A row as it is kept (sealed) between preview and confirmation. */
export type Cleaned = Omit<Participant, 'asWritten' | 'remarks'>;

/**
 * `mayShareNik`: a person decided that two women stand under one NIK; the number then stays sealed and recognises nobody.
 */
export async function addPerson(
  tx: Transaction,
  row: Cleaned,
  { now, sealer, mayShareNik }: { now: Date; sealer: Sealer; mayShareNik: boolean },
): Promise<string> {
  const id = randomUUID();
  const nikHash =
    row.nik && !(mayShareNik && (await isNikTaken(tx, row.nik, sealer))) ? sealer.fingerprint('nik', row.nik) : null;
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
export async function enrolPerson(
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
