// Policy as data: route x method -> ability. A test holds it equal to the built manifest; a route that is not here does not answer.
import type { Ability } from './domain/access/roles.ts';

export type Rule = 'public' | Ability;

export const POLICY = {
  'market/not-found': { GET: 'public' },
  'business/check-in-link': { GET: 'public', POST: 'public' },
  'business/money': { GET: 'shop.run', POST: 'shop.run' },
  'business/cash-entry': { GET: 'shop.run', POST: 'shop.run' },
  'business/check-in': { GET: 'shop.run', POST: 'shop.run' },
  'followup/check-in': { GET: 'person.follow', POST: 'person.follow' },
  'office/outcomes': { GET: 'outcome.read' },
  'office/outcome-rows': { GET: 'person.read' },
  'office/outcomes-csv': { GET: 'outcome.read' },
} as const satisfies Record<string, { GET?: Rule; POST?: Rule }>;

export type PolicyRoute = keyof typeof POLICY;
