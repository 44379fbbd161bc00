// Parts of a woman's file: what is known, the three evidences of income side by side, who looked.
import { formatRupiah } from '#app/domain/money.ts';
import type { PersonView } from '#app/server/views/person-view.server.ts';
import { ScrollRegion } from '#app/ui/parts/scroll-region.tsx';

export const STAGE_WORDS: Readonly<Record<string, string>> = {
  applied: 'mendaftar',
  waitlisted: 'daftar tunggu',
  enrolled: 'terdaftar',
  attending: 'ikut pelatihan',
  graduated: 'lulus',
  withdrawn: 'mundur',
};

export function PersonFacts({ person }: { person: PersonView }) {
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
      {person.facts.map(([label, value]) => (
        <div key={label}>
          <dt className="text-sm text-soft">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {person.enrolments.map((enrolment) => (
        <div key={enrolment.slug}>
          <dt className="text-sm text-soft">Angkatan</dt>
          <dd>
            {enrolment.cohort} ({STAGE_WORDS[enrolment.stage] ?? enrolment.stage})
          </dd>
        </div>
      ))}
      {person.baseline ? (
        <div>
          <dt className="text-sm text-soft">Penghasilan sebelum pelatihan</dt>
          <dd>
            {person.baseline.rupiah === null
              ? `tidak jelas (ditulis “${person.baseline.asWritten ?? ''}”)`
              : `${formatRupiah(person.baseline.rupiah)} sebulan`}
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

/** Verified, recorded and reported stand side by side; they are never added together. */
export function PersonMonths({ months }: { months: PersonView['months'] }) {
  if (months.length === 0) return <p>Belum ada catatan bulan.</p>;
  const amount = (rupiah: number | null) => (rupiah === null ? '–' : formatRupiah(rupiah));
  return (
    <ScrollRegion label="Penghasilan per bulan">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Bulan</th>
            <th scope="col" className="number">
              Terverifikasi
            </th>
            <th scope="col" className="number">
              Dicatat sendiri
            </th>
            <th scope="col" className="number">
              Laba dilaporkan
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.month}>
              <th scope="row">{month.label}</th>
              <td className="number">{amount(month.verifiedRupiah)}</td>
              <td className="number">{amount(month.recordedSalesRupiah)}</td>
              <td className="number">{amount(month.reportedProfitRupiah)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

export function PersonReads({ reads }: { reads: PersonView['reads'] }) {
  return (
    <section className="grid gap-2">
      <h2 className="text-xl">Siapa yang membuka data ini</h2>
      {reads.length === 0 ? <p>Belum ada yang membuka.</p> : null}
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
