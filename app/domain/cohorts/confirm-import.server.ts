// Confirms a previewed list: new women enter the registry, known ones are linked, each is enrolled once with her baseline.
import { type Actor, can } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import { type Database, inTransaction, type Transaction } from '../database.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { failure, type Result, success } from '../result.ts';
import { cellRemarksOf, type Match, type MatchedRow, matchParticipants } from './match-participants.server.ts';
import { addPerson, type Cleaned, enrolPerson } from './save-participant.server.ts';

/** `same`: the person of the registry. `sameRow`: the earlier row of this list. `different`: somebody else than both. */
export const DECISIONS = ['same', 'sameRow', 'different'] as const;
export type Decision = (typeof DECISIONS)[number];

type Failure = 'notFound' | 'forbidden' | 'conflict' | 'decisionMissing' | 'listKnown' | 'listChanged';
type Decisions = Readonly<Record<string, Decision>>;
type KeptRow = Cleaned & MatchedRow & { readonly id: string };
type KeptMatch = Match<KeptRow>;

/**
 * Every row in review needs a decision (`decisionMissing`). The match at preview time was advice; the one made here is the
 * truth: `listChanged` when it is another one now, with the fresh report kept for the officer to look at again. `listKnown`: this
 * very file was confirmed for this cohort meanwhile. Confirming again changes nothing.
 */
export async function confirmImport(
  db: Database,
  {
    actor,
    input,
    now,
    sealer,
  }: { actor: Actor; input: { importId: string; decisions: Decisions }; now: Date; sealer: Sealer },
): Promise<Result<{ added: number; linked: number }, Failure>> {
  if (!can(actor, 'cohort.import')) return failure('forbidden');
  return inTransaction(db, async (tx) => {
    // One list at a time: two that are confirmed at once would each find the other's women missing from the registry.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('registry-import', 0))`;
    const found = await findWaiting(tx, input.importId);
    if (!found) return failure('notFound');
    if (found.status === 'confirmed') return success({ added: 0, linked: 0 });
    if (found.status !== 'preview') return failure('conflict');
    const { cohortId, fileHash } = found;
    if ((await tx.participantImport.count({ where: { cohortId, fileHash, status: 'confirmed' } })) > 0)
      return failure('listKnown');
    const matches = await matchParticipants(
      tx,
      found.rows.map((row) => readKept(row, sealer)),
      sealer,
    );
    if (await refreshReport(tx, found.rows, matches, input.decisions)) return failure('listChanged');
    const undecided = matches.find((match) => isUndecided(match, input.decisions));
    if (undecided) return failure('decisionMissing', `baris-${undecided.participant.id}`);
    const added = await saveAll(tx, found, matches, { decisions: input.decisions, now, sealer });
    await tx.participantImport.update({ where: { id: found.id }, data: { status: 'confirmed', confirmedAt: now } });
    const facts = { added, linked: matches.length - added };
    await recordEvent(tx, { actor, now, kind: 'import.confirmed', subject: ['import', found.id], facts });
    return success(facts);
  });
}

function findWaiting(tx: Transaction, id: string) {
  return tx.participantImport.findUnique({
    where: { id },
    include: { cohort: true, rows: { orderBy: { rowNumber: 'asc' } } },
  });
}

type Waiting = NonNullable<Awaited<ReturnType<typeof findWaiting>>>;

function readKept(row: Waiting['rows'][number], sealer: Sealer): KeptRow {
  const cleaned = JSON.parse(sealer.open('importRow.cleaned', row.id, row.cleanedSealed)) as Cleaned;
  return { ...cleaned, id: row.id, remarks: cellRemarksOf(row.remarks) };
}

/**
 * True when a row means something else than the officer saw. That a new one has become surely known needs no second look, unless
 * she decided otherwise.
 */
async function refreshReport(
  tx: Transaction,
  rows: Waiting['rows'],
  matches: readonly KeptMatch[],
  decisions: Decisions,
): Promise<boolean> {
  const shown = new Map(rows.map((row) => [row.id, row]));
  const changed = matches.filter(({ participant, outcome, personId, twinRowNumber }) => {
    const row = shown.get(participant.id);
    return row?.outcome !== outcome || row.personId !== personId || row.twinRowNumber !== twinRowNumber;
  });
  if (changed.every(({ participant, outcome }) => outcome === 'known' && decisions[participant.id] !== 'different'))
    return false;
  for (const { participant, outcome, personId, twinRowNumber, remarks } of changed)
    await tx.importRow.update({
      where: { id: participant.id },
      data: { outcome, personId, twinRowNumber, remarks: [...remarks] },
    });
  return true;
}

function isUndecided({ participant, outcome, personId, twinRowNumber }: KeptMatch, decisions: Decisions): boolean {
  if (outcome !== 'review') return false;
  const decision = decisions[participant.id];
  if (decision === 'same') return personId === null;
  return decision === 'sameRow' ? twinRowNumber === null : decision !== 'different';
}

/** Returns how many are new to the registry. */
async function saveAll(
  tx: Transaction,
  { cohortId, cohort, stage }: Waiting,
  matches: readonly KeptMatch[],
  { decisions, now, sealer }: { decisions: Decisions; now: Date; sealer: Sealer },
): Promise<number> {
  const saved = new Map<number, string>();
  let added = 0;
  for (const match of matches) {
    const { participant: cleaned } = match;
    let personId = knownPerson(match, decisions[cleaned.id], saved);
    if (personId === null) {
      personId = await addPerson(tx, cleaned, { now, sealer, mayShareNik: match.outcome === 'review' });
      added += 1;
    }
    saved.set(cleaned.rowNumber, personId);
    await enrolPerson(tx, { cohortId, personId, stage, cleaned, measuredOn: cohort.startsOn, now });
    await tx.importRow.update({ where: { id: cleaned.id }, data: { personId, outcome: match.outcome } });
  }
  return added;
}

function knownPerson(match: KeptMatch, decision: Decision | undefined, saved: ReadonlyMap<number, string>) {
  if (match.outcome === 'known') return match.personId;
  if (match.outcome === 'new' || decision === 'different') return null;
  return decision === 'sameRow' ? (saved.get(match.twinRowNumber ?? 0) ?? null) : match.personId;
}
