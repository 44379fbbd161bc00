// The state of an order as a coloured word.
import { type Text, textFor } from '#app/text/text.ts';

const LOOK: Readonly<Record<string, string>> = {
  pending: 'tag-wait',
  confirmed: 'tag-wait',
  making: 'tag-wait',
  ready: 'tag-wait',
  shipped: 'tag-wait',
  delivered: 'tag-done',
  completed: 'tag-done',
};

export function StatusTag({ status, words }: { status: string; words: Text['order']['status'] }) {
  return <span className={`tag ${LOOK[status] ?? 'tag-quiet'}`}>{textFor(words, status)}</span>;
}
