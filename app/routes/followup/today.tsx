// Kunjungan hari ini: her women, those with a reason first, each reason in words.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listFollowedWomen } from '#app/domain/people/followed-women.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { type Text, textOf } from '#app/text/text.ts';
import { PRESSING, sayReason } from '#app/ui/business/reason-words.ts';
import { titled } from '#app/ui/frames/page-title.ts';
import { href } from '#app/urls.ts';

export const meta = titled((text) => text.visit.title);

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireActor(args, 'followup/today');
  const { db, now } = args.context;
  const page = Number(/^\d{1,4}$/.exec(new URL(args.request.url).searchParams.get('halaman') ?? '')?.[0] ?? 1);
  const { women, ...counts } = await listFollowedWomen(db, { viewer, now: now(), page });
  const { language } = readLanguage(args.request);
  return {
    language,
    counts,
    due: women.filter((woman) => woman.reason),
    others: women.filter((woman) => !woman.reason),
  };
}

export default function FollowupToday() {
  const { language, counts, due, others } = useLoaderData<typeof loader>();
  const { visit: words } = textOf(language);
  return (
    <>
      <h1 className="text-xl">{words.title}</h1>
      {counts.due === 0 ? <p>{words.calm}</p> : <p className="text-soft">{words.due(counts.due, counts.total)}</p>}
      <ol>
        {due.map(({ personId, name, village, reason }) => (
          <li key={personId} className="grid grid-cols-[1fr_auto] gap-x-3 border-t border-line py-3">
            <a href={href('followupPerson', { id: personId })} className="font-semibold">
              {name}
            </a>
            {reason ? (
              <span className={`tag ${PRESSING.has(reason.kind) ? 'tag-late' : 'tag-wait'}`}>
                {sayReason(reason, language).short}
              </span>
            ) : null}
            <span className="text-soft">{village}</span>
            <span />
            {reason ? <span className="col-span-2">{sayReason(reason, language).long}</span> : null}
          </li>
        ))}
      </ol>
      {others.length > 0 ? (
        <details open={due.length === 0}>
          <summary className="min-h-12 cursor-pointer py-3">{words.others(others.length)}</summary>
          <ul>
            {others.map(({ personId, name, village }) => (
              <li key={personId} className="border-t border-line py-3">
                <a href={href('followupPerson', { id: personId })}>{name}</a>{' '}
                <span className="text-soft">{village}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <Pager {...counts} words={words} />
    </>
  );
}

function Pager({ page, pages, words }: { page: number; pages: number; words: Text['visit'] }) {
  if (pages === 1) return null;
  return (
    <nav
      aria-label={words.pages}
      className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4"
    >
      {page > 1 ? (
        <a className="button button-quiet" href={href('followup', undefined, { halaman: String(page - 1) })}>
          {words.before}
        </a>
      ) : null}
      <span>{words.page(page, pages)}</span>
      {page < pages ? (
        <a className="button button-quiet" href={href('followup', undefined, { halaman: String(page + 1) })}>
          {words.after}
        </a>
      ) : null}
    </nav>
  );
}
