// What a woman allows: each purpose in plain words, where it stands, and how it came to that.
import type { ReactNode } from 'react';
import type { ConsentView } from '#app/server/views/consent-view.server.ts';
import type { Text } from '#app/text/text.ts';

export function ConsentList({
  consents,
  text,
  action,
}: {
  consents: readonly ConsentView[];
  text: Text['consent'];
  action?: (consent: ConsentView) => ReactNode;
}) {
  return (
    <ul className="grid gap-2">
      {consents.map((consent) => {
        const { title, words } = text.purposes[consent.purpose];
        const [newest, ...earlier] = consent.acts;
        return (
          <li key={consent.purpose} className="grid gap-2 border-t border-line py-4">
            <h2 className="text-lg">{title}</h2>
            <p>{words}</p>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className={`tag ${consent.isGiven ? 'tag-done' : 'tag-quiet'}`}>
                {newest?.what ?? text.unasked}
              </span>
              {newest ? <span className="text-sm text-soft">{newest.how}</span> : null}
            </p>
            {earlier.length > 0 ? (
              <ul className="text-sm text-soft">
                {earlier.map((act) => (
                  <li key={act.at}>
                    {act.what}, {act.how}
                  </li>
                ))}
              </ul>
            ) : null}
            {action?.(consent)}
          </li>
        );
      })}
    </ul>
  );
}
