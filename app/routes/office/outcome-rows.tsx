// /dinsos/hasil/rincian: the women behind a figure, by name, with the orders behind what is verified.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatMonth } from '#app/domain/dates.ts';
import { formatRupiah } from '#app/domain/money.ts';
import { isMeasure, listOutcomeRows, MEASURES } from '#app/domain/outcomes/outcome-rows.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { readOutcomeFilter, toQuery } from '#app/server/forms/outcome-filter.server.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { type Text, textFor, textOf } from '#app/text/text.ts';
import { titled } from '#app/ui/frames/page-title.ts';
import { ScrollRegion } from '#app/ui/parts/scroll-region.tsx';
import { href } from '#app/urls.ts';

export const meta = titled((text) => text.outcome.rowsTitle);

export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const actor = await requireActor(args, 'office/outcome-rows');
  const filter = await readOutcomeFilter(request, actor, context);
  const measure = new URL(request.url).searchParams.get('ukuran') ?? 'all';
  if (!filter || !isMeasure(measure)) throw new Response(null, { status: 404 });
  const rows = await listOutcomeRows(context.db, actor, { ...filter, measure, now: context.now() });
  if (!rows) throw new Response(null, { status: 404 });
  const { language } = readLanguage(request);
  const name = (MEASURES as readonly string[]).includes(measure) ? `measure_${measure}` : measure;
  return { language, rows, month: filter.month, name, query: toQuery(filter) };
}

export default function OutcomeRowsPage() {
  const { language, rows, month, name, query } = useLoaderData<typeof loader>();
  const { outcome: text } = textOf(language);
  const heading = textFor(text as unknown as Record<string, string>, name);
  return (
    <>
      <header className="grid gap-1">
        <p>
          <a href={href('officeOutcomes', undefined, query)}>‹ {text.back}</a>
        </p>
        <h1 className="text-2xl">
          {heading}, {formatMonth(month, language)}
        </h1>
        <p className="text-soft">
          {text.rowsCount(rows.length)} · {text.rowsLogged}
        </p>
      </header>
      {rows.length === 0 ? <p>{text.rowsEmpty}</p> : <Rows rows={rows} text={text} />}
    </>
  );
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number];

function Rows({ rows, text }: { rows: readonly Row[]; text: Text['outcome'] }) {
  const heads = [text.baseline, text.profitShort, text.changeShort, text.verified, text.recorded, text.reported];
  return (
    <ScrollRegion label={text.rowsTitle}>
      <table className="table text-sm">
        <thead>
          <tr>
            <th scope="col">{text.name}</th>
            <th scope="col">{text.stage}</th>
            {heads.map((head) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
            <th scope="col">{text.orders}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RowOf key={row.personId} row={row} text={text} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function RowOf({ row, text }: { row: Row; text: Text['outcome'] }) {
  const told = (rupiah: number | null) => (rupiah === null ? '–' : formatRupiah(rupiah));
  return (
    <tr>
      <th scope="row" className="min-w-40">
        <a href={href('officePerson', { id: row.personId })}>{row.name}</a>
        <span className="block font-normal text-soft">{row.villageName}</span>
      </th>
      <td>{text[row.stage]}</td>
      <td className="number whitespace-nowrap">{told(row.baselineRupiah)}</td>
      <td className="number whitespace-nowrap">
        {row.reportedSold === null ? text.noAnswer : told(row.reportedProfitRupiah)}
      </td>
      <td className="number whitespace-nowrap">{told(row.changeRupiah)}</td>
      <td className="number whitespace-nowrap">{formatRupiah(row.verifiedRupiah)}</td>
      <td className="number whitespace-nowrap">{formatRupiah(row.recordedSalesRupiah)}</td>
      <td className="number whitespace-nowrap">{told(row.reportedTakingsRupiah)}</td>
      <td className="whitespace-nowrap">
        {row.orders.map((order) => (
          <span key={order.number} className="block">
            {order.number} {formatRupiah(order.rupiah)}
          </span>
        ))}
      </td>
    </tr>
  );
}
