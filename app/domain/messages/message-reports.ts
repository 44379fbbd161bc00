// What the domain needs of whoever tells how a message fared, and what a telephone answered (services/messages).

/** A phone showed the message, or never will. Whether it was read is nobody's business, and is not passed on. */
export interface DeliveryReport {
  readonly providerId: string;
  /** What we named the message when we sent it, where the provider says it back. */
  readonly messageId: string | null;
  readonly outcome: 'delivered' | 'failed';
  /** The provider's code of a failure; nothing personal. */
  readonly reason: string | null;
}

/** A word that we understand; whatever else people write to the number is not passed on. */
export interface NewsWish {
  readonly phone: string;
  readonly isStopped: boolean;
  readonly saidAt: Date;
}

export interface MessageReports {
  readonly deliveries: readonly DeliveryReport[];
  readonly wishes: readonly NewsWish[];
}

export interface ReportReader {
  /** Null when the provider did not sign exactly this body. */
  read(input: { body: string; signature: string | null }): MessageReports | null;
  /** What the provider wants to hear when it asks whether the address is ours; null when it is not the provider who asks. */
  answerChallenge(query: URLSearchParams): string | null;
}
