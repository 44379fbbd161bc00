// Finance's day: the one thing to do next, then refunds owed, events that did not fit, and where the books part.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Children, type ReactNode } from 'react';
import { formatInstant } from '#app/domain/dates.ts';
import { formatRupiah } from '#app/domain/money.ts';
import { listUnreadProofs } from '#app/domain/orders/order-queries.server.ts';
import { listOddities, listOpenDisputes, listOwedRefunds } from '#app/domain/reconciliation/money-desk.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { type Text, textOf } from '#app/text/text.ts';
import { FinanceNav } from '#app/ui/frames/finance-nav.tsx';
import { titled } from '#app/ui/frames/page-title.ts';
import { NextMoneyStep } from '#app/ui/office/money-desk.tsx';
import { eventWords, movementWords, wordsFor } from '#app/ui/office/money-words.ts';
import { href } from '#app/urls.ts';

export const meta = titled((text) => text.finance.title);

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'finance/money-desk');
  const { db } = args.context;
  const { language } = readLanguage(args.request);
  const { finance: text } = textOf(language);
  const [proofs, refunds, { events, differences }, disputes] = await Promise.all([
    listUnreadProofs(db),
    listOwedRefunds(db),
    listOddities(db),
    listOpenDisputes(db),
  ]);
  return {
    language,
    proofs: proofs.length,
    refunds: refunds.map(({ id, amountRupiah, reason, status, createdAt, needsHand, order, payment }) => ({
      id,
      amount: formatRupiah(amountRupiah),
      reason: wordsFor(text.reasons, reason),
      isFailed: status === 'failed',
      since: formatInstant(createdAt, language),
      needsHand,
      number: order?.number ?? payment.purchase.number,
      shopName: order?.shop.name ?? '',
    })),
    events: events.map(({ id, kind, quarantineReason, receivedAt }) => ({
      id,
      what: eventWords(kind, text),
      why: wordsFor(text.quarantine, quarantineReason),
      at: formatInstant(receivedAt, language),
    })),
    differences: differences.map(({ id, kind, happenedAt, gatewayRupiah, ledgerRupiah }) => ({
      id,
      what: movementWords(kind, text),
      at: formatInstant(happenedAt, language),
      apart: formatRupiah(Number((gatewayRupiah ?? 0n) - (ledgerRupiah ?? 0n))),
    })),
    disputes: disputes.map(({ id, amountRupiah, openedAt, payment }) => ({
      id,
      amount: formatRupiah(amountRupiah),
      number: payment.purchase.number,
      at: formatInstant(openedAt, language),
    })),
  };
}

export default function MoneyDesk() {
  const desk = useLoaderData<typeof loader>();
  const { finance: text } = textOf(desk.language);
  const byHand = desk.refunds.filter((refund) => refund.needsHand);
  const byStripe = desk.refunds.filter((refund) => !refund.needsHand);
  return (
    <>
      <FinanceNav current="desk" text={text} />
      <NextMoneyStep
        text={text}
        disputes={desk.disputes.length}
        proofs={desk.proofs}
        refund={byHand[0] ?? null}
        oddity={firstOddity(desk)}
      />
      {desk.disputes.length > 0 ? (
        <Section title={text.disputes} about={text.disputesAbout} none={text.nothing}>
          {desk.disputes.map((dispute) => (
            <Row
              key={dispute.id}
              title={text.dispute(dispute.amount, dispute.number)}
              about={text.openedAt(dispute.at)}
            />
          ))}
        </Section>
      ) : null}
      <Refunds byHand={byHand} byStripe={byStripe} text={text} />
      <Oddities events={desk.events} differences={desk.differences} text={text} />
    </>
  );
}

type Desk = ReturnType<typeof useLoaderData<typeof loader>>;

function firstOddity({ events, differences }: Pick<Desk, 'events' | 'differences'>) {
  if (events[0]) return { kind: 'event' as const, ...events[0] };
  return differences[0] ? { kind: 'difference' as const, ...differences[0] } : null;
}

interface RefundsProps {
  byHand: Desk['refunds'];
  byStripe: Desk['refunds'];
  text: Text['finance'];
}

function Refunds({ byHand, byStripe, text }: RefundsProps) {
  return (
    <Section title={text.refunds} about={text.refundsAbout} none={text.nothing}>
      {byHand.map((refund) => (
        <Row
          key={refund.id}
          title={text.refund(refund.amount, refund.number)}
          about={text.refundSince(refund.reason, refund.shopName, refund.since)}
          late={refund.isFailed ? text.refusedByStripe : undefined}
          to={href('officeRefund', { id: refund.id })}
        />
      ))}
      {byStripe.map((refund) => (
        <Row key={refund.id} title={text.refund(refund.amount, refund.number)} about={text.byStripe(refund.reason)} />
      ))}
    </Section>
  );
}

function Oddities({ events, differences, text }: Pick<Desk, 'events' | 'differences'> & { text: Text['finance'] }) {
  return (
    <>
      <Section title={text.events} about={text.eventsAbout} none={text.nothing}>
        {events.map((event) => (
          <Row
            key={event.id}
            title={event.what}
            about={`${event.why}. ${event.at}.`}
            to={href('officeOddity', { kind: 'event', id: event.id })}
          />
        ))}
      </Section>
      <Section title={text.differences} about={text.differencesAbout} none={text.nothing}>
        {differences.map((difference) => (
          <Row
            key={difference.id}
            title={text.difference(difference.what, difference.apart)}
            about={difference.at}
            to={href('officeOddity', { kind: 'difference', id: difference.id })}
          />
        ))}
      </Section>
    </>
  );
}

function Section(props: { title: string; about: string; none: string; children: ReactNode }) {
  const { title, about, none, children } = props;
  const rows = Children.toArray(children);
  return (
    <section className="grid gap-2">
      <h2 className="text-xl">{title}</h2>
      <p className="text-soft">{about}</p>
      {rows.length === 0 ? <p>{none}</p> : <ul>{rows}</ul>}
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
