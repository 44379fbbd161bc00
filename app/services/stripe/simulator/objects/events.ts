// Events: a snapshot of an object at the moment something happened to it.
import type { Stripe } from 'stripe';
import { assertAnswer, CONTRACT_API_VERSION, eventShape } from '../contract.ts';
import { fromFixture } from './fixture.ts';
import { newId } from './world.ts';

/** Throws ContractViolation when the snapshot is not what Stripe would send. */
export function newEvent(type: string, object: object, previous: object | undefined, now: number): Stripe.Event {
  const data = { object: structuredClone(object), ...(previous ? { previous_attributes: previous } : {}) };
  const fields = {
    id: newId('evt_'),
    api_version: CONTRACT_API_VERSION,
    created: now,
    pending_webhooks: 1,
    type,
    data,
  };
  // The union of all event types cannot be built field by field; the contract check below stands in for it.
  const event = fromFixture('event', fields as Partial<Stripe.Event>);
  assertAnswer(eventShape(event), event);
  return event;
}
