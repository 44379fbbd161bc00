// The report of an import: each row as written and as understood, with its doubts in words.
import type { Decision } from '#app/domain/cohorts/confirm-import.server.ts';
import { formatDay } from '#app/domain/dates.ts';
import { formatRupiah } from '#app/domain/money.ts';
import type { FormProblem } from '#app/server/forms/forms.server.ts';
import { href } from '#app/urls.ts';

const REMARK_WORDS: Readonly<Record<string, string>> = {
  nikBlank: 'NIK kosong',
  nikBroken: 'NIK tidak 16 angka, disimpan seperti tertulis',
  nikDate: 'NIK tidak cocok dengan tanggal lahir',
  phoneBlank: 'Nomor HP kosong',
  phoneBroken: 'Nomor HP tidak terbaca',
  birthBlank: 'Tanggal lahir kosong',
  birthBroken: 'Tanggal lahir tidak terbaca',
  areaUnknown: 'Kelurahan tidak dikenal',
  incomeUnclear: 'Penghasilan tidak jelas, disimpan seperti tertulis',
  sameName: 'Nama dan tanggal lahir sama dengan yang terdaftar',
  samePhone: 'Nomor HP sama dengan orang yang terdaftar',
  nikOtherName: 'NIK sama, namanya lain',
  repeated: 'Orang ini ada dua kali di daftar',
  phoneTwice: 'Nomor HP sama dengan baris lain di daftar ini',
};
const OUTCOME: Readonly<Record<string, readonly [word: string, look: string]>> = {
  new: ['baru', 'tag-done'],
  known: ['sudah terdaftar', 'tag-quiet'],
  review: ['perlu diputuskan', 'tag-wait'],
};

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

export function ImportRows({
  rows,
  problem,
  isOpen,
}: {
  rows: Row[];
  problem: FormProblem | undefined;
  isOpen: boolean;
}) {
  const nameOf = new Map(rows.map((row) => [row.rowNumber, row.cleaned.name]));
  return (
    <ol className="grid gap-1">
      {rows.map((row) => {
        const [word, look] = OUTCOME[row.outcome] ?? [row.outcome, 'tag-quiet'];
        const { name, birthOn, phone, incomeRupiah, address } = row.cleaned;
        const facts = [
          typeof birthOn === 'string' ? formatDay(birthOn) : null,
          phone,
          address,
          typeof incomeRupiah === 'number' ? formatRupiah(incomeRupiah) : null,
        ].filter(Boolean);
        return (
          <li key={row.id} className="grid gap-1 border-t border-line py-3">
            <p className="flex flex-wrap items-start gap-x-3">
              <span className="text-soft">Baris {row.rowNumber}</span> <b>{name}</b>{' '}
              <span className={`tag ${look}`}>{word}</span>
            </p>
            <p>{facts.join(' · ')}</p>
            {row.remarks.length > 0 ? (
              <p className="text-mengkudu">{row.remarks.map((remark) => REMARK_WORDS[remark] ?? remark).join('; ')}</p>
            ) : null}
            {isOpen && row.outcome === 'review' ? (
              <TwinChoice
                row={row}
                twinName={nameOf.get(row.twinRowNumber ?? 0)}
                chosen={problem?.values[`baris-${row.id}`]}
              />
            ) : null}
            <details>
              <summary className="cursor-pointer py-2 text-sm text-soft">Seperti tertulis</summary>
              <p className="text-sm">
                {Object.entries(row.asWritten)
                  .map(([heading, value]) => `${heading}: ${value}`)
                  .join(' · ')}
              </p>
            </details>
          </li>
        );
      })}
    </ol>
  );
}

function TwinChoice({
  row,
  twinName,
  chosen,
}: {
  row: Row;
  twinName: Row['cleaned'][string] | undefined;
  chosen: unknown;
}) {
  const { person, twinRowNumber } = row;
  return (
    <fieldset id={`baris-${row.id}`} className="grid gap-2">
      <legend className="mb-1 font-semibold">Siapa dia?</legend>
      {person ? (
        <p>
          Sudah terdaftar:{' '}
          <a href={href('officePerson', { id: person.id })} target="_blank" rel="noreferrer">
            {person.name}
          </a>
          {person.birthOn ? `, lahir ${formatDay(person.birthOn)}` : ''}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {person ? <Choice row={row} value="same" label="Orang yang sudah terdaftar" chosen={chosen} /> : null}
        {twinRowNumber === null ? null : (
          <Choice
            row={row}
            value="sameRow"
            label={`Orang yang sama dengan baris ${twinRowNumber}, ${twinName}`}
            chosen={chosen}
          />
        )}
        <Choice row={row} value="different" label="Orang lain" chosen={chosen} />
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
