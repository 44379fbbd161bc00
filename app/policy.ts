// Policy as data: route x method -> ability. A test holds it equal to the built manifest; a route that is not here does not answer.
import type { Ability } from './domain/access/roles.ts';

export type Rule = 'public' | Ability;

export const POLICY = {
  'market/not-found': { GET: 'public' },
} as const satisfies Record<string, { GET?: Rule; POST?: Rule }>;

export type PolicyRoute = keyof typeof POLICY;
