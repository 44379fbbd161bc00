// Consents as plain values for the screen.
import type { ConsentState } from '#app/domain/consents/list-consents.server.ts';
import { dayOf, formatDay } from '#app/domain/dates.ts';
import { type Language, textFor, textOf } from '#app/text/text.ts';

export function viewConsents(states: readonly ConsentState[], language: Language) {
  const { consent: text } = textOf(language);
  return states.map(({ purpose, acts }) => ({
    purpose,
    isGiven: acts[0]?.isGiven ?? null,
    acts: acts.map(({ isGiven, actedAt, channel, witness }) => {
      const how = textFor(text.channels, channel);
      const day = formatDay(dayOf(actedAt), language);
      return {
        at: actedAt.toISOString(),
        what: isGiven ? text.given(day) : text.withdrawn(day),
        how: witness === null ? how : text.withWitness(how, witness),
      };
    }),
  }));
}

export type ConsentView = ReturnType<typeof viewConsents>[number];
