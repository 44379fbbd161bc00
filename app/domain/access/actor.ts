// Who acts. Every command takes one; every event row names one.
import { type Ability, ROLE_ABILITIES, type Role } from './roles.ts';

export type Actor =
  | { readonly kind: 'anonymous' }
  /** Holds the random link of one purchase. */
  | { readonly kind: 'buyer'; readonly purchaseId: string }
  | {
      readonly kind: 'account';
      readonly accountId: string;
      readonly role: Role;
      readonly personId: string | null;
      readonly name: string;
    }
  /** The clock job, a webhook, the seed. */
  | { readonly kind: 'system'; readonly name: string };

export type AccountActor = Extract<Actor, { kind: 'account' }>;

export function can(actor: Actor, ability: Ability): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'account') return false;
  return (ROLE_ABILITIES[actor.role] as readonly Ability[]).includes(ability);
}
