// The one writer of Event rows: who did what to which thing, in the transaction of the command.
import type { Actor } from '../access/actor.ts';
import type { Transaction } from '../database.ts';

export interface EventFacts {
  readonly [key: string]: string | number | boolean | null | readonly string[];
}

/** `subject` is `[kind, id]`; `facts` carry nothing of class S2 or S3 (no name, phone, address, income). */
export async function recordEvent(
  tx: Transaction,
  event: {
    actor: Actor;
    now: Date;
    kind: string;
    subject: readonly [kind: string, id: string];
    onBehalfOfId?: string | null;
    facts?: EventFacts;
  },
): Promise<void> {
  await tx.event.create({
    data: {
      at: event.now,
      kind: event.kind,
      subjectKind: event.subject[0],
      subjectId: event.subject[1],
      actorKind: event.actor.kind,
      actorId: event.actor.kind === 'account' ? event.actor.accountId : null,
      onBehalfOfId: event.onBehalfOfId ?? null,
      facts: { ...(event.facts ?? {}), ...(event.actor.kind === 'system' ? { system: event.actor.name } : {}) },
    },
  });
}
