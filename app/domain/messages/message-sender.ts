// What the domain needs of whoever brings messages to phones (services/messages).

/** The name of a text and what fills its places: providers keep the texts themselves, and approve them beforehand. */
export interface WordedMessage {
  /** Ours; the provider says it back when it tells how the message fared. */
  readonly id: string;
  readonly phone: string;
  readonly template: string;
  readonly language: 'id' | 'en';
  readonly values: readonly string[];
  /** A sign-in code goes by its own kind of template. */
  readonly isCode: boolean;
}

/** `unavailable`: try later. `rejected`: this message will never be taken. `reason` is for the log and says nothing personal. */
export type Sent =
  | { readonly ok: true; readonly providerId: string | null }
  | { readonly ok: false; readonly code: 'unavailable' | 'rejected'; readonly reason: string };

export interface MessageSender {
  send(message: WordedMessage): Promise<Sent>;
}
