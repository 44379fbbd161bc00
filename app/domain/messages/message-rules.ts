// Of each kind of message: whether it may ring at night, and who can say that it should not come.
import type { MessageContent } from './message-kinds.ts';

export type MessageKind = MessageContent['kind'];

interface MessageRule {
  /** False: between 20.00 and 07.00 WIB it waits for the morning. An answer to the receiver's own act never waits. */
  readonly mayWake: boolean;
  /**
   * Whose no counts. `nobody`: it was asked for a moment ago, or it guards her. `buyer`: STOP from her telephone, or the button on the page of the
   * order. `maker`: the consent to be written to, which STOP takes back. `officer`: STOP.
   */
  readonly to: 'nobody' | 'buyer' | 'maker' | 'officer';
}

export const MESSAGE_RULES: Readonly<Record<MessageKind, MessageRule>> = {
  // She stands at the door and waits for it.
  signInCode: { mayWake: true, to: 'nobody' },
  // Somebody may be taking her income: she has a day, and every hour of it.
  bankChange: { mayWake: true, to: 'nobody' },
  // She pressed "order" this minute, has to pay within hours, and may have lost the page with the way to do it.
  purchasePlaced: { mayWake: true, to: 'buyer' },
  // She weaves by day; the clock of her answer counts from then too.
  orderForMaker: { mayWake: false, to: 'maker' },
  // It has waited for hours or days by then.
  orderReminder: { mayWake: false, to: 'maker' },
  // Nothing is left to do.
  orderCancelled: { mayWake: false, to: 'maker' },
  // Neither of them weaves at night.
  reassignmentAsked: { mayWake: false, to: 'maker' },
  reassignmentAnswered: { mayWake: false, to: 'maker' },
  // Nobody visits at night.
  orderForOfficer: { mayWake: false, to: 'officer' },
  // The maker moved it, or a clock did; what the buyer moves herself is an answer, and goes at once.
  orderMoved: { mayWake: false, to: 'buyer' },
  // Bad news that nobody can mend before the morning.
  orderRefused: { mayWake: false, to: 'buyer' },
  // Her mat comes all the same; the other maker begins in the morning.
  orderReassigned: { mayWake: false, to: 'buyer' },
  // The money is safe, and goes back in days.
  refundOwed: { mayWake: false, to: 'buyer' },
  // Five questions, of a month that is over.
  checkInAsked: { mayWake: false, to: 'maker' },
  // She looks at her account by day; nobody's order lapses meanwhile.
  proofArrived: { mayWake: false, to: 'maker' },
  // The buyer has another day to send a receipt.
  proofRefused: { mayWake: false, to: 'buyer' },
};
