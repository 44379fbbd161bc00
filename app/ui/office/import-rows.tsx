// The report of an import: each row as written and as understood, with its doubts in words.
import type { ReactNode } from 'react';
import type { Decision } from '#app/domain/cohorts/confirm-import.server.ts';
import { formatDay } from '#app/domain/dates.ts';
import { formatRupiah } from '#app/domain/money.ts';
import type { FormProblem } from '#app/server/forms/forms.server.ts';
import { type Language, type Text, textFor, textOf } from '#app/text/text.ts';
import { href } from '#app/urls.ts';

const LOOK: Readonly<Record<string, string>> = { new: 'tag-done', known: 'tag-quiet', review: 'tag-wait' };

interface Row {
  id: string;
  rowNumber: number;
  outcome: string;
  person: { id: string; name: string; birthOn: string | null } | null;
  twinRowNumber: number | null;
  remarks: string[];
  asWritten: Record<string, string>;
  cleaned: Record<string, string | number | boolean | null>;
}

interface Report {
  rows: readonly Row[];
  problem: FormProblem | undefined;
  isOpen: boolean;
  language: Language;
}

/** What must be decided comes first, then what has remarks; within each the order of the list. */
export function ImportRows({ rows, problem, isOpen, language }: Report) {
  const { participantList: words } = textOf(language);
  const nameOf = new Map(rows.map((row) => [row.rowNumber, row.cleaned.name]));
  const groups = Map.groupBy(rows, ({ outcome, remarks }) =>
    outcome === 'review' ? 'toDecide' : remarks.length > 0 ? 'withRemarks' : 'clear',
  );
  return (['toDecide', 'withRemarks', 'clear'] as const).map((name) => {
    const group = groups.get(name) ?? [];
    return group.length === 0 ? null : (
      <section key={name} className="grid gap-2">
        <h2 className="text-xl">{words[name](group.length)}</h2>
        <ol className="grid gap-1">
          {group.map((row) => (
            <ImportRow key={row.id} row={row} words={words} language={language}>
              {isOpen && row.outcome === 'review' ? (
                <TwinChoice
                  row={row}
                  words={words}
                  language={language}
                  twinName={nameOf.get(row.twinRowNumber ?? 0)}
                  chosen={problem?.values[`baris-${row.id}`]}
                />
              ) : null}
            </ImportRow>
          ))}
        </ol>
      </section>
    );
  });
}

function ImportRow({
  row,
  words,
  language,
  children,
}: {
  row: Row;
  words: Text['participantList'];
  language: Language;
  children: ReactNode;
}) {
  const { name, birthOn, phone, incomeRupiah, address } = row.cleaned;
  const facts = [
    typeof birthOn === 'string' ? formatDay(birthOn, language) : null,
    phone,
    address,
    typeof incomeRupiah === 'number' ? formatRupiah(incomeRupiah) : null,
  ].filter(Boolean);
  return (
    <li className="grid gap-1 border-t border-line py-3">
      <p className="flex flex-wrap items-start gap-x-3">
        <span className="text-soft">{words.row(row.rowNumber)}</span> <b>{name}</b>{' '}
        <span className={`tag ${LOOK[row.outcome] ?? 'tag-quiet'}`}>{textFor(words.outcomes, row.outcome)}</span>
      </p>
      <p>{facts.join(' · ')}</p>
      {row.remarks.length > 0 ? (
        <p className="text-mengkudu">{row.remarks.map((remark) => textFor(words.remarks, remark)).join('; ')}</p>
      ) : null}
      {children}
      <details>
        <summary className="cursor-pointer py-2 text-sm text-soft">{words.asWritten}</summary>
        <p className="text-sm" translate="no">
          {Object.entries(row.asWritten)
            .map(([heading, value]) => `${heading}: ${value}`)
            .join(' · ')}
        </p>
      </details>
    </li>
  );
}

function TwinChoice({
  row,
  words,
  language,
  twinName,
  chosen,
}: {
  row: Row;
  words: Text['participantList'];
  language: Language;
  twinName: Row['cleaned'][string] | undefined;
  chosen: unknown;
}) {
  const { person, twinRowNumber } = row;
  return (
    <fieldset id={`baris-${row.id}`} className="grid gap-2">
      <legend className="mb-1 font-semibold">{words.who}</legend>
      {person ? (
        <p>
          {words.registered}{' '}
          <a href={href('officePerson', { id: person.id })} target="_blank" rel="noreferrer">
            {person.name}
          </a>
          {person.birthOn ? `, ${words.bornOn(formatDay(person.birthOn, language))}` : ''}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {person ? <Choice row={row} value="same" label={words.same} chosen={chosen} /> : null}
        {twinRowNumber === null ? null : (
          <Choice row={row} value="sameRow" label={words.sameRow(twinRowNumber, String(twinName))} chosen={chosen} />
        )}
        <Choice row={row} value="different" label={words.different} chosen={chosen} />
      </div>
    </fieldset>
  );
}

function Choice({ row, value, label, chosen }: { row: Row; value: Decision; label: string; chosen: unknown }) {
  return (
    <label className="chip">
      <input type="radio" name={`baris-${row.id}`} value={value} defaultChecked={chosen === value} />
      {label}
    </label>
  );
}
