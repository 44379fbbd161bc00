// Who may do what: role -> abilities, on one screen.

export const ROLES = ['maker', 'field_officer', 'programme_officer', 'analyst', 'finance', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

export const ABILITIES = [
  'account.own', // sign out, own language
  'shop.run', // her own shop: listings, orders, money, check-in
  'person.follow', // women of the officer's areas: file, check-in and shop on behalf
  'person.read', // any woman's file, with the read logged
  'cohort.read',
  'cohort.import', // bring a participant list in
  'outcome.read', // figures; names only with person.read
  'payment.review', // transfer proofs, refunds, quarantined events
  'people.manage', // accounts, roles, settings
] as const;
export type Ability = (typeof ABILITIES)[number];

export const ROLE_ABILITIES = {
  maker: ['account.own', 'shop.run'],
  field_officer: ['account.own', 'person.follow'],
  programme_officer: ['account.own', 'person.read', 'cohort.read', 'cohort.import', 'outcome.read'],
  analyst: ['account.own', 'cohort.read', 'outcome.read'],
  finance: ['account.own', 'payment.review'],
  administrator: ['account.own', 'people.manage'],
} as const satisfies Record<Role, readonly Ability[]>;

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
