// Holds a list against the registry: who is new, who is known, and whom a person has to look at.
import type { Sealer } from '../access/sealer.ts';
import type { Reader } from '../database.ts';
import { fromDateColumn, toDateColumn } from '../dates.ts';
import type { Remark } from './participant-cells.ts';
import type { Participant } from './participant-list.ts';

export type Outcome = 'new' | 'known' | 'review';

export interface Match {
  readonly participant: Participant;
  readonly outcome: Outcome;
  /** The person of the registry this row is, or may be. */
  readonly personId: string | null;
  readonly remarks: readonly Remark[];
}

interface Known {
  readonly id: string;
  readonly name: string;
  readonly birthOn: Date | null;
  readonly phone: string | null;
  readonly nikHash: string | null;
}

/**
 * Same NIK: known. Same name and birth date with the same phone: known. Same name and birth date otherwise, or the same
 * phone under another name: review. A woman twice in one list: the second row is a review.
 */
export async function matchParticipants(
  reader: Reader,
  participants: readonly Participant[],
  sealer: Sealer,
): Promise<Match[]> {
  const hashOf = (participant: Participant) => (participant.nik ? sealer.fingerprint('nik', participant.nik) : null);
  const known: Known[] = await reader.person.findMany({
    where: {
      OR: [
        { nikHash: { in: participants.flatMap((row) => hashOf(row) ?? []) } },
        { phone: { in: participants.flatMap((row) => row.phone ?? []) } },
        {
          name: { in: participants.map((row) => row.name) },
          birthOn: { in: participants.flatMap((row) => (row.birthOn ? [toDateColumn(row.birthOn)] : [])) },
        },
      ],
    },
    select: { id: true, name: true, birthOn: true, phone: true, nikHash: true },
  });
  const seen = new Set<string>();
  return participants.map((participant) => {
    const match = matchOne(participant, hashOf(participant), known);
    const marks = [
      participant.nik ?? '',
      participant.birthOn ? `${participant.name} ${participant.birthOn}` : '',
    ].filter(Boolean);
    const isRepeated = marks.some((mark) => seen.has(mark));
    for (const mark of marks) seen.add(mark);
    return isRepeated
      ? { ...match, outcome: 'review' as const, remarks: [...match.remarks, 'repeated' as const] }
      : match;
  });
}

function matchOne(participant: Participant, nikHash: string | null, known: readonly Known[]): Match {
  const as = (outcome: Outcome, person: Known | null, ...more: Remark[]): Match => ({
    participant,
    outcome,
    personId: person?.id ?? null,
    remarks: [...participant.remarks, ...more],
  });
  const byNik = nikHash ? known.find((person) => person.nikHash === nikHash) : undefined;
  if (byNik) return as('known', byNik);
  const byName = known.find(
    (person) =>
      person.name === participant.name &&
      person.birthOn !== null &&
      fromDateColumn(person.birthOn) === participant.birthOn,
  );
  if (byName && byName.phone === participant.phone && participant.phone !== null) return as('known', byName);
  if (byName) return as('review', byName, 'sameName');
  const byPhone = participant.phone ? known.find((person) => person.phone === participant.phone) : undefined;
  return byPhone ? as('review', byPhone, 'samePhone') : as('new', null);
}
