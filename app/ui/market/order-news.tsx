// Whether the buyer is written to about her purchase, and the button that changes it.
import type { Text } from '#app/text/text.ts';
import { href } from '#app/urls.ts';

export function OrderNews({ isStopped, token, words }: { isStopped: boolean; token: string; words: Text['order'] }) {
  const { sent, stopped, stop, resume } = words.news;
  return (
    <form
      method="post"
      action={href('orderNews', { token })}
      className="grid justify-items-start gap-2 border-t border-line pt-5"
    >
      <p>{isStopped ? stopped : sent}</p>
      <button type="submit" name="kirim" value={isStopped ? 'ya' : 'tidak'} className="button button-quiet">
        {isStopped ? resume : stop}
      </button>
    </form>
  );
}
