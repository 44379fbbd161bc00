// A woman's file as plain values for the screen.
import { formatDay, formatInstant, formatMonth, fromDateColumn } from '#app/domain/dates.ts';
import type { PersonFile } from '#app/domain/people/person-file.server.ts';

export function viewPerson(file: PersonFile) {
  const baseline = file.enrolments.find((enrolment) => enrolment.baseline)?.baseline ?? null;
  return {
    id: file.id,
    name: file.name,
    phone: file.phone,
    shop: file.shop,
    facts: [
      ['Kelurahan', file.area ? `${file.area.name}, ${file.area.parent?.name ?? ''}` : null],
      ['Alamat', file.address],
      ['Lahir', file.birthOn ? formatDay(fromDateColumn(file.birthOn)) : null],
      ['NIK', file.nikLast4 ? `berakhir ${file.nikLast4}` : null],
      ['Pendidikan', file.education],
      ['Pekerjaan', file.occupation],
      ['Tanggungan', file.dependants === null ? null : `${file.dependants} orang`],
      ['Keterangan', file.criterion],
    ].filter((fact): fact is [string, string] => Boolean(fact[1])),
    enrolments: file.enrolments.map((enrolment) => ({
      cohort: enrolment.cohort.name,
      slug: enrolment.cohort.slug,
      stage: enrolment.stage,
    })),
    baseline: baseline ? { rupiah: baseline.incomeRupiah, asWritten: baseline.incomeAsWritten } : null,
    months: file.months.map((month) => ({ ...month, label: formatMonth(month.month, 'short') })),
    reads: file.reads.map((read) => ({
      id: read.id,
      who: read.account.name,
      purpose: read.purpose,
      at: formatInstant(read.readAt),
    })),
  };
}

export type PersonView = ReturnType<typeof viewPerson>;
