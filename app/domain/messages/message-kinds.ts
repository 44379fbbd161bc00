// Every message the site sends, and what it needs to be worded.

export type MessageContent =
  | { kind: 'signInCode'; code: string }
  | { kind: 'purchasePlaced'; language: string; purchaseNumber: string; token: string; totalRupiah: number }
  | { kind: 'orderForMaker'; orderNumber: string; orderId: string; totalRupiah: number }
  | { kind: 'orderReminder'; orderNumber: string; orderId: string }
  /** To the maker: an order that she was told of is cancelled, and not by her. */
  | { kind: 'orderCancelled'; orderNumber: string; orderId: string }
  /** To the officer who follows the maker; the list at `personId` says it too. */
  | {
      kind: 'orderForOfficer';
      why: 'unanswered' | 'late' | 'proofUnread' | 'proofRefused' | 'proofAgain';
      orderNumber: string;
      shopName: string;
      personId: string;
    }
  | { kind: 'orderMoved'; language: string; orderNumber: string; token: string; status: string }
  /** To the buyer: the maker cannot deliver. Why stays on the order's page: a provider of messages need not read it. */
  | { kind: 'orderRefused'; language: string; orderNumber: string; token: string }
  /** To a maker: another asks her to take an order over; then to the other, what she said. */
  | { kind: 'reassignmentAsked'; orderNumber: string; shopName: string; reassignmentId: string }
  | {
      kind: 'reassignmentAnswered';
      answer: 'agreed' | 'declined';
      orderNumber: string;
      shopName: string;
      reassignmentId: string;
    }
  /** To the buyer: another maker makes it now. */
  | { kind: 'orderReassigned'; language: string; orderNumber: string; shopName: string; token: string }
  /** To a maker, at once: the account that buyers transfer to will change, or did. Not a digit of it. */
  | { kind: 'bankChange'; news: 'asked' | 'changed'; effectiveAt: string }
  /** To the buyer: her money came too late for the order. */
  | { kind: 'refundOwed'; language: string; orderNumber: string; token: string; rupiah: number }
  /** To a graduate: the question about one month, by its link. */
  | { kind: 'checkInAsked'; month: string; token: string }
  | { kind: 'proofArrived'; orderNumber: string; orderId: string }
  | { kind: 'proofRefused'; language: string; orderNumber: string; token: string };
