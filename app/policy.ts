// Policy as data: route x method -> ability. A test holds it equal to the built manifest; a route that is not here does not answer.
import type { Ability } from './domain/access/roles.ts';

export type Rule = 'public' | Ability;

export const POLICY = {
  'market/home': { GET: 'public' },
  'market/product-list': { GET: 'public' },
  'market/product': { GET: 'public' },
  'market/maker': { GET: 'public' },
  'market/how-it-works': { GET: 'public' },
  'market/complaint': { GET: 'public' },
  'market/privacy': { GET: 'public' },
  'market/not-found': { GET: 'public' },
  'business/listing-list': { GET: 'shop.run' },
  'business/listing-new': { GET: 'shop.run', POST: 'shop.run' },
  'business/listing': { GET: 'shop.run', POST: 'shop.run' },
  'business/listing-status': { POST: 'shop.run' },
  'followup/listing-new': { GET: 'person.follow', POST: 'person.follow' },
  'machine/upload': { POST: 'public' },
  'machine/sitemap': { GET: 'public' },
  'machine/robots': { GET: 'public' },
} as const satisfies Record<string, { GET?: Rule; POST?: Rule }>;

export type PolicyRoute = keyof typeof POLICY;
