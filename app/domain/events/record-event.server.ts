// The one writer of Event rows: who did what to which thing, in the transaction of the command.
import type { Actor } from '../access/actor.ts';
import type { Transaction } from '../database.ts';
import { newRowId } from '../ids.ts';

export interface EventFacts {
  readonly [key: string]: string | number | boolean | null | readonly string[];
}

interface NewEvent {
  readonly actor: Actor;
  readonly now: Date;
  readonly kind: string;
  /** `[kind, id]` */
  readonly subject: readonly [kind: string, id: string];
  readonly onBehalfOfId?: string | null;
  readonly facts?: EventFacts;
}

/** `facts` carry nothing of class S2 or S3 (no name, phone, address, income). */
export async function recordEvent(tx: Transaction, event: NewEvent): Promise<void> {
  await tx.event.create({ data: eventRow(event) });
}

/** The row alone, for a command that writes all of its rows in one statement. */
export function eventRow({ actor, now, kind, subject, onBehalfOfId, facts }: NewEvent) {
  return {
    id: newRowId(now),
    at: now,
    kind,
    subjectKind: subject[0],
    subjectId: subject[1],
    actorKind: actor.kind,
    actorId: actor.kind === 'account' ? actor.accountId : null,
    onBehalfOfId: onBehalfOfId ?? null,
    facts: { ...facts, ...(actor.kind === 'system' ? { system: actor.name } : {}) },
  };
}
