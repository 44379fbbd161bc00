// Parts of a woman's file: what is known, the three evidences of income side by side, who looked.
import { formatFigure, formatRupiah } from '#app/domain/money.ts';
import type { PersonView } from '#app/server/views/person-view.server.ts';
import { type Language, type Text, textFor, textOf } from '#app/text/text.ts';
import { sayRemark } from '#app/ui/business/reason-words.ts';
import { Fact } from '#app/ui/parts/fact.tsx';
import { ScrollRegion } from '#app/ui/parts/scroll-region.tsx';

export function PersonFacts({ person, text }: { person: PersonView; text: Text }) {
  const { person: words, cohort } = text;
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
      {person.facts.map(([label, value]) => (
        <Fact key={label} label={label}>
          {value}
        </Fact>
      ))}
      {person.enrolments.map((enrolment) => (
        <Fact key={enrolment.slug} label={words.cohort}>
          {enrolment.cohort} ({textFor(cohort.stages, enrolment.stage)})
        </Fact>
      ))}
      {person.baseline ? (
        <Fact label={words.baseline}>
          {person.baseline.rupiah === null
            ? words.unclear(person.baseline.asWritten ?? '')
            : words.monthly(formatRupiah(person.baseline.rupiah))}
        </Fact>
      ) : null}
    </dl>
  );
}

type ShownMonth = Pick<
  PersonView['months'][number],
  'month' | 'label' | 'verifiedRupiah' | 'recordedSalesRupiah' | 'reportedProfitRupiah' | 'remark'
>;

/** Verified, recorded and reported stand side by side; they are never added together. Where two do not go together, the month says so. */
export function PersonMonths({ months, language }: { months: readonly ShownMonth[]; language: Language }) {
  const { person: text } = textOf(language);
  if (months.length === 0) return <p>{text.noMonths}</p>;
  return (
    <ScrollRegion label={text.byMonth}>
      <table className="table">
        <caption className="pb-1 text-left text-soft text-sm">{text.inRupiah}</caption>
        <thead>
          <tr>
            <th scope="col">{text.month}</th>
            <th scope="col" className="number">
              {text.verified}
            </th>
            <th scope="col" className="number">
              {text.recorded}
            </th>
            <th scope="col" className="number">
              {text.reported}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <MonthRow key={month.month} month={month} language={language} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function MonthRow({ month, language }: { month: ShownMonth; language: Language }) {
  const amount = (rupiah: number | null) => (rupiah === null ? '–' : formatFigure(rupiah));
  return (
    <>
      <tr>
        <th scope="row" className="whitespace-nowrap">
          {month.label}
        </th>
        <td className="number">{amount(month.verifiedRupiah)}</td>
        <td className="number">{amount(month.recordedSalesRupiah)}</td>
        <td className="number">{amount(month.reportedProfitRupiah)}</td>
      </tr>
      {month.remark ? (
        <tr>
          <td colSpan={4} className="text-sm">
            {sayRemark(month.remark, language)}
          </td>
        </tr>
      ) : null}
    </>
  );
}

export function PersonReads({ reads, text }: { reads: PersonView['reads']; text: Text['person'] }) {
  return (
    <section className="grid gap-2">
      <h2 className="text-xl">{text.reads}</h2>
      {reads.length === 0 ? <p>{text.noReads}</p> : null}
      <ul>
        {reads.map((read) => (
          <li key={read.id}>
            {read.who} <span className="text-soft">{read.at}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Refusal {
  id: string;
  number: string;
  day: string;
  words: string | null;
}

/** What she told buyers, as they read it: the officer may help before there are more of them. */
export function PersonRefusals({ refusals, text }: { refusals: readonly Refusal[]; text: Text['person'] }) {
  if (refusals.length === 0) return null;
  return (
    <section>
      <h2 className="text-lg">{text.refusals}</h2>
      <ul>
        {refusals.map(({ id, number, day, words }) => (
          <li key={id} className="border-t border-line py-2">
            {text.refusal(number, day)} <q translate="no">{words}</q>
          </li>
        ))}
      </ul>
    </section>
  );
}
