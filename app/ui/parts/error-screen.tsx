// What a visitor sees instead of a page: not found, not allowed, too often, broken. 'Hidden' looks exactly like 'not found'.

import type { Text } from '#app/text/text.ts';
import { href } from '#app/urls.ts';

export function ErrorScreen({ status, text }: { status: number; text: Text['screen'] }) {
  return (
    <>
      <div className="lurik" />
      <main className="mx-auto max-w-md px-4 py-12">
        <title>{wordsOf(status, text)[0]}</title>
        <ErrorNotice status={status} text={text} />
      </main>
    </>
  );
}

export function ErrorNotice({ status, text }: { status: number; text: Text['screen'] }) {
  const [title, sentence] = wordsOf(status, text);
  return (
    <div className="grid gap-4">
      <h1 className="text-2xl">{title}</h1>
      <p>{sentence}</p>
      <p className="flex flex-wrap gap-3">
        <a className="button" href={href('home')}>
          {text.goHome}
        </a>
        {status === 403 ? (
          <a className="button button-quiet" href={href('signIn')}>
            {text.signInAgain}
          </a>
        ) : null}
      </p>
    </div>
  );
}

function wordsOf(status: number, text: Text['screen']): readonly [title: string, sentence: string] {
  if (status === 404 || status === 405) return [text.notFoundTitle, text.notFoundText];
  if (status === 403) return [text.forbiddenTitle, text.forbiddenText];
  if (status === 429) return [text.busyTitle, text.busyText];
  return [text.brokenTitle, text.brokenText];
}
