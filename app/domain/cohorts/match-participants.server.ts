// Holds a list against the registry and against itself: who is new, who is known, and whom a person has to look at.
import type { Sealer } from '../access/sealer.ts';
import type { Reader } from '../database.ts';
import { fromDateColumn, toDateColumn } from '../dates.ts';
import { isLikeName } from './like-name.ts';
import type { CellRemark } from './participant-cells.ts';
import type { Participant } from './participant-list.ts';

export type Outcome = 'new' | 'known' | 'review';
const MATCH_REMARKS = ['sameName', 'samePhone', 'nikOtherName', 'repeated', 'phoneTwice'] as const;
type MatchRemark = (typeof MATCH_REMARKS)[number];

/** What recognising needs of a row; a saved row has all of it but what was written. */
export type MatchedRow = Pick<Participant, 'rowNumber' | 'name' | 'nik' | 'birthOn' | 'phone'> & {
  readonly remarks: readonly CellRemark[];
};

export interface Match<Row extends MatchedRow> {
  readonly participant: Row;
  readonly outcome: Outcome;
  /** The person of the registry this row is, or may be. */
  readonly personId: string | null;
  /** An earlier row of this list that may be the same woman. */
  readonly twinRowNumber: number | null;
  readonly remarks: readonly (CellRemark | MatchRemark)[];
}

interface Known {
  readonly id: string;
  readonly name: string;
  readonly birthOn: Date | null;
  readonly phone: string | null;
  readonly nikHash: string | null;
}

type Finding = Pick<Match<MatchedRow>, 'outcome' | 'personId'> & { readonly remark: MatchRemark | null };

/** The remarks of the cells alone, out of those that were kept with a row. */
export function cellRemarksOf(remarks: readonly string[]): CellRemark[] {
  return remarks.filter((remark): remark is CellRemark => !(MATCH_REMARKS as readonly string[]).includes(remark));
}

/**
 * In the registry: the same NIK under a like name is known, and so are the same name, birth date and phone together. The same
 * NIK under another name, the same name and birth date, or the same phone is a review. In the list: the same NIK, the same name
 * and birth date, or the same phone as an earlier row is a review (families share phones), unless the registry knows her.
 */
export async function matchParticipants<Row extends MatchedRow>(
  reader: Reader,
  participants: readonly Row[],
  sealer: Sealer,
): Promise<Match<Row>[]> {
  const hashOf = (row: MatchedRow) => (row.nik ? sealer.fingerprint('nik', row.nik) : null);
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
    orderBy: { id: 'asc' },
    select: { id: true, name: true, birthOn: true, phone: true, nikHash: true },
  });
  const earlier: MatchedRow[] = [];
  return participants.map((participant) => {
    const found = findInRegistry(participant, hashOf(participant), known);
    const twin = found.outcome === 'known' ? null : findInList(participant, earlier);
    earlier.push(participant);
    return {
      participant,
      outcome: twin ? 'review' : found.outcome,
      personId: found.personId,
      twinRowNumber: twin?.rowNumber ?? null,
      remarks: [
        ...participant.remarks,
        ...(found.remark ? [found.remark] : []),
        ...(twin && twin.remark !== found.remark ? [twin.remark] : []),
      ],
    };
  });
}

function findInRegistry(row: MatchedRow, nikHash: string | null, known: readonly Known[]): Finding {
  const byNik = nikHash ? known.find((person) => person.nikHash === nikHash) : undefined;
  if (byNik)
    return isLikeName(byNik.name, row.name)
      ? { outcome: 'known', personId: byNik.id, remark: null }
      : { outcome: 'review', personId: byNik.id, remark: 'nikOtherName' };
  const sameName = known.filter(
    ({ name, birthOn }) => name === row.name && birthOn !== null && fromDateColumn(birthOn) === row.birthOn,
  );
  const certain = row.phone ? sameName.find((person) => person.phone === row.phone) : undefined;
  if (certain) return { outcome: 'known', personId: certain.id, remark: null };
  if (sameName[0]) return { outcome: 'review', personId: sameName[0].id, remark: 'sameName' };
  const byPhone = row.phone ? known.find((person) => person.phone === row.phone) : undefined;
  return byPhone
    ? { outcome: 'review', personId: byPhone.id, remark: 'samePhone' }
    : { outcome: 'new', personId: null, remark: null };
}

function findInList(
  row: MatchedRow,
  earlier: readonly MatchedRow[],
): { rowNumber: number; remark: MatchRemark } | null {
  const byNik = row.nik ? earlier.find((other) => other.nik === row.nik) : undefined;
  if (byNik)
    return { rowNumber: byNik.rowNumber, remark: isLikeName(byNik.name, row.name) ? 'repeated' : 'nikOtherName' };
  const byName = row.birthOn
    ? earlier.find((other) => other.name === row.name && other.birthOn === row.birthOn)
    : undefined;
  if (byName) return { rowNumber: byName.rowNumber, remark: 'repeated' };
  const byPhone = row.phone ? earlier.find((other) => other.phone === row.phone) : undefined;
  return byPhone ? { rowNumber: byPhone.rowNumber, remark: 'phoneTwice' } : null;
}
