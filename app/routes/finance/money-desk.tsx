// Finance's day: the one thing to do next, then refunds owed, events that did not fit, and where the books part.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Children, type ReactNode } from 'react';
import { formatInstant } from '#app/domain/dates.ts';
import { formatRupiah } from '#app/domain/money.ts';
import { listUnreadProofs } from '#app/domain/orders/order-queries.server.ts';
import { listOddities, listOpenDisputes, listOwedRefunds } from '#app/domain/reconciliation/money-desk.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { FinanceNav } from '#app/ui/frames/finance-nav.tsx';
import { NextMoneyStep } from '#app/ui/office/money-desk.tsx';
import { eventWords, movementWords, QUARANTINE_REASONS, REFUND_REASONS } from '#app/ui/office/money-words.ts';
import { href } from '#app/urls.ts';

export const meta: MetaFunction = () => [{ title: 'Keuangan · Keset Kita' }];

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'finance/money-desk');
  const { db } = args.context;
  const [proofs, refunds, { events, differences }, disputes] = await Promise.all([
    listUnreadProofs(db),
    listOwedRefunds(db),
    listOddities(db),
    listOpenDisputes(db),
  ]);
  return {
    proofs: proofs.length,
    refunds: refunds.map(({ id, amountRupiah, reason, status, createdAt, needsHand, order, payment }) => ({
      id,
      amount: formatRupiah(amountRupiah),
      reason: REFUND_REASONS[reason] ?? reason,
      isFailed: status === 'failed',
      since: formatInstant(createdAt),
      needsHand,
      number: order?.number ?? payment.purchase.number,
      shopName: order?.shop.name ?? '',
    })),
    events: events.map(({ id, kind, quarantineReason, receivedAt }) => ({
      id,
      what: eventWords(kind),
      why: QUARANTINE_REASONS[quarantineReason ?? ''] ?? quarantineReason,
      at: formatInstant(receivedAt),
    })),
    differences: differences.map(({ id, kind, happenedAt, gatewayRupiah, ledgerRupiah }) => ({
      id,
      what: movementWords(kind),
      at: formatInstant(happenedAt),
      apart: formatRupiah(Number((gatewayRupiah ?? 0n) - (ledgerRupiah ?? 0n))),
    })),
    disputes: disputes.map(({ id, amountRupiah, openedAt, payment }) => ({
      id,
      amount: formatRupiah(amountRupiah),
      number: payment.purchase.number,
      at: formatInstant(openedAt),
    })),
  };
}

export default function MoneyDesk() {
  const desk = useLoaderData<typeof loader>();
  const byHand = desk.refunds.filter((refund) => refund.needsHand);
  const byStripe = desk.refunds.filter((refund) => !refund.needsHand);
  return (
    <>
      <FinanceNav current="desk" />
      <NextMoneyStep
        disputes={desk.disputes.length}
        proofs={desk.proofs}
        refund={byHand[0] ?? null}
        oddity={
          desk.events[0]
            ? { kind: 'event', ...desk.events[0] }
            : desk.differences[0]
              ? { kind: 'difference', ...desk.differences[0] }
              : null
        }
      />
      {desk.disputes.length > 0 ? (
        <Section
          title="Sengketa kartu"
          about="Bank pembeli meminta uangnya kembali. Jawab di Stripe sebelum batas waktunya."
        >
          {desk.disputes.map((dispute) => (
            <Row
              key={dispute.id}
              title={`${dispute.amount}, pembelian ${dispute.number}`}
              about={`Dibuka ${dispute.at}`}
            />
          ))}
        </Section>
      ) : null}
      <Section
        title="Uang yang harus kembali"
        about="Uang kartu dikembalikan Stripe sendiri. Yang dibayar langsung ke perajin dikembalikan dengan transfer."
      >
        {byHand.map((refund) => (
          <Row
            key={refund.id}
            title={`${refund.amount}, pesanan ${refund.number}`}
            about={`${refund.reason}${refund.shopName ? `, ${refund.shopName}` : ''}. Sejak ${refund.since}.`}
            late={refund.isFailed ? 'ditolak Stripe' : undefined}
            to={href('officeRefund', { id: refund.id })}
          />
        ))}
        {byStripe.map((refund) => (
          <Row
            key={refund.id}
            title={`${refund.amount}, pesanan ${refund.number}`}
            about={`${refund.reason}. Sedang dikembalikan Stripe.`}
          />
        ))}
      </Section>
      <Section
        title="Kabar Stripe yang tidak cocok"
        about="Belum ada yang dicatat dari kabar ini. Cari tahu dulu di Stripe."
      >
        {desk.events.map((event) => (
          <Row
            key={event.id}
            title={event.what}
            about={`${event.why}. ${event.at}.`}
            to={href('officeOddity', { kind: 'event', id: event.id })}
          />
        ))}
      </Section>
      <Section
        title="Selisih dua buku"
        about="Tiap malam buku Stripe dibandingkan dengan buku kita, tujuh hari ke belakang."
      >
        {desk.differences.map((difference) => (
          <Row
            key={difference.id}
            title={`${difference.what}: selisih ${difference.apart}`}
            about={difference.at}
            to={href('officeOddity', { kind: 'difference', id: difference.id })}
          />
        ))}
      </Section>
    </>
  );
}

function Section({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  const rows = Children.toArray(children);
  return (
    <section className="grid gap-2">
      <h2 className="text-xl">{title}</h2>
      <p className="text-soft">{about}</p>
      {rows.length === 0 ? <p>Tidak ada.</p> : <ul>{rows}</ul>}
    </section>
  );
}

function Row({ title, about, late, to }: { title: string; about: string; late?: string | undefined; to?: string }) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 border-t border-line py-3">
      {to ? (
        <a href={to} className="font-semibold">
          {title}
        </a>
      ) : (
        <b>{title}</b>
      )}
      {late ? <span className="tag tag-late">{late}</span> : null}
      <span className="w-full text-soft">{about}</span>
    </li>
  );
}
