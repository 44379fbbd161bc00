// Kunjungan hari ini: her women, those with a reason first, each reason in words.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listFollowedWomen } from '#app/domain/people/followed-women.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { PRESSING, REASON_WORDS } from '#app/ui/work/reason-words.ts';
import { href } from '#app/urls.ts';

export const meta: MetaFunction = () => [{ title: 'Kunjungan hari ini · Keset Kita' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireActor(args, 'followup/today');
  const { db, now } = args.context;
  const page = Number(/^\d{1,4}$/.exec(new URL(args.request.url).searchParams.get('halaman') ?? '')?.[0] ?? 1);
  const { women, ...counts } = await listFollowedWomen(db, { viewer, now: now(), page });
  return { counts, due: women.filter((woman) => woman.reason), others: women.filter((woman) => !woman.reason) };
}

export default function FollowupToday() {
  const { counts, due, others } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="text-xl">Kunjungan hari ini</h1>
      {counts.due === 0 ? (
        <p>Tidak ada yang mendesak. Semua ibu berjalan baik.</p>
      ) : (
        <p className="text-soft">
          {counts.due} dari {counts.total} ibu perlu dilihat. Yang paling perlu ada di atas.
        </p>
      )}
      <ol>
        {due.map(({ personId, name, village, reason }) => (
          <li key={personId} className="grid grid-cols-[1fr_auto] gap-x-3 border-t border-line py-3">
            <a href={href('followupPerson', { id: personId })} className="font-semibold">
              {name}
            </a>
            {reason ? (
              <span className={`tag ${PRESSING.has(reason.kind) ? 'tag-late' : 'tag-wait'}`}>
                {REASON_WORDS[reason.kind].short(reason.count)}
              </span>
            ) : null}
            <span className="text-soft">{village}</span>
            <span />
            {reason ? <span className="col-span-2">{REASON_WORDS[reason.kind].long(reason.count)}</span> : null}
          </li>
        ))}
      </ol>
      {others.length > 0 ? (
        <details open={due.length === 0}>
          <summary className="min-h-12 cursor-pointer py-3">{others.length} ibu lain</summary>
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
      <Pager {...counts} />
    </>
  );
}

function Pager({ page, pages }: { page: number; pages: number }) {
  if (pages === 1) return null;
  return (
    <nav aria-label="Halaman" className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4">
      {page > 1 ? (
        <a className="button button-quiet" href={href('followup', undefined, { halaman: String(page - 1) })}>
          Sebelumnya
        </a>
      ) : null}
      <span>
        Halaman {page} dari {pages}
      </span>
      {page < pages ? (
        <a className="button button-quiet" href={href('followup', undefined, { halaman: String(page + 1) })}>
          Berikutnya
        </a>
      ) : null}
    </nav>
  );
}
