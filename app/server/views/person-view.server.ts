// A woman's file as plain values for the screen.
import { formatDay, formatInstant, formatMonth, fromDateColumn } from '#app/domain/dates.ts';
import { compareSources } from '#app/domain/people/compare-sources.ts';
import type { PersonFile } from '#app/domain/people/person-file.server.ts';
import { type Language, textOf } from '#app/text/text.ts';

export function viewPerson(file: PersonFile, language: Language) {
  const { person: words } = textOf(language);
  const baseline = file.enrolments.find((enrolment) => enrolment.baseline)?.baseline ?? null;
  const remarks = compareSources(file.months);
  return {
    id: file.id,
    name: file.name,
    phone: file.phone,
    shop: file.shop,
    facts: [
      [words.village, file.area ? `${file.area.name}, ${file.area.parent?.name ?? ''}` : null],
      [words.address, file.address],
      [words.born, file.birthOn ? formatDay(fromDateColumn(file.birthOn), language) : null],
      [words.nik, file.nikLast4 ? words.nikEnds(file.nikLast4) : null],
      [words.education, file.education],
      [words.occupation, file.occupation],
      [words.dependants, file.dependants === null ? null : words.people(file.dependants)],
      [words.criterion, file.criterion],
    ].filter((fact): fact is [string, string] => Boolean(fact[1])),
    enrolments: file.enrolments.map((enrolment) => ({
      cohort: enrolment.cohort.name,
      slug: enrolment.cohort.slug,
      stage: enrolment.stage,
    })),
    baseline: baseline ? { rupiah: baseline.incomeRupiah, asWritten: baseline.incomeAsWritten } : null,
    months: file.months.map((month) => ({
      ...month,
      label: formatMonth(month.month, language, 'narrow'),
      remark: remarks.find((remark) => remark.month === month.month) ?? null,
    })),
    reads: file.reads.map((read) => ({
      id: read.id,
      who: read.account.name,
      purpose: read.purpose,
      at: formatInstant(read.readAt, language),
    })),
  };
}

export type PersonView = ReturnType<typeof viewPerson>;
