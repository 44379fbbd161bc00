// Policy as data: route x method -> ability. A test holds it equal to the built manifest; a route that is not here does not answer.
import type { Ability } from './domain/access/roles.ts';

export type Rule = 'public' | Ability;

export const POLICY = {
  'market/cart': { GET: 'public', POST: 'public' },
  'market/checkout': { GET: 'public', POST: 'public' },
  'market/order': { GET: 'public' },
  'market/order-payment': { POST: 'public' },
  'market/order-proof': { GET: 'public', POST: 'public' },
  'market/order-confirmation': { POST: 'public' },
  'market/order-cancellation': { POST: 'public' },
  'market/order-receipt': { POST: 'public' },
  'market/order-card-return': { GET: 'public' },
  'market/not-found': { GET: 'public' },
  'account/sign-in': { GET: 'public', POST: 'public' },
  'account/sign-in-code': { GET: 'public', POST: 'public' },
  'account/sign-out': { POST: 'account.own' },
  'account/language': { POST: 'public' },
  'business/today': { GET: 'shop.run' },
  'business/order-inbox': { GET: 'shop.run' },
  'business/order': { GET: 'shop.run' },
  'business/order-step': { POST: 'shop.run' },
  'business/order-proof': { GET: 'shop.run' },
  'finance/proof-picture': { GET: 'payment.review' },
  'finance/proof-review': { GET: 'payment.review', POST: 'payment.review' },
  'machine/demo': { GET: 'public' },
  'machine/demo-sign-in': { POST: 'public' },
  'machine/demo-accounts': { GET: 'public' },
  'machine/demo-outbox': { GET: 'public' },
  'machine/stripe-webhook': { POST: 'public' },
} as const satisfies Record<string, { GET?: Rule; POST?: Rule }>;

export type PolicyRoute = keyof typeof POLICY;
