// Every purpose with where it stands and how it came to that, for herself and for those who may read her file.
import type { AccountActor } from '../access/actor.ts';
import type { Reader } from '../database.ts';
import { personScope } from '../people/person-scope.server.ts';
import { PURPOSES, type Purpose } from './consent-purposes.ts';

export interface ConsentAct {
  readonly isGiven: boolean;
  readonly actedAt: Date;
  readonly channel: string;
  readonly witness: string | null;
  readonly textVersion: string;
}

export interface ConsentState {
  readonly purpose: Purpose;
  /** Newest first; the first one counts. None: never asked, which is not a yes. */
  readonly acts: readonly ConsentAct[];
}

/** Null when there is no such woman in the viewer's reach. */
export async function listConsents(
  reader: Reader,
  { viewer, personId, now }: { viewer: AccountActor; personId: string; now: Date },
): Promise<{ name: string; states: ConsentState[] } | null> {
  const scope = personScope(viewer, now);
  if (!scope) return null;
  const person = await reader.person.findFirst({
    where: { AND: [scope, { id: personId }] },
    select: { name: true, consents: { orderBy: [{ actedAt: 'desc' }, { isGiven: 'asc' }] } },
  });
  if (!person) return null;
  const states = PURPOSES.map((purpose) => ({
    purpose,
    acts: person.consents
      .filter((act) => act.purpose === purpose)
      .map(({ isGiven, actedAt, channel, witness, textVersion }) => ({
        isGiven,
        actedAt,
        channel,
        witness,
        textVersion,
      })),
  }));
  return { name: person.name, states };
}
