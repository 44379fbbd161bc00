// One line of filters: cohort, village, month. A plain GET form, so that every view has an address.
import { formatMonth } from '#app/domain/dates.ts';
import { type Language, textOf } from '#app/text/text.ts';
import { Select } from '#app/ui/parts/fields.tsx';

export function OutcomeFilter({
  cohorts,
  villages,
  months,
  now,
  chosen,
  language,
}: {
  cohorts: readonly { slug: string; name: string }[];
  villages: readonly { code: string; name: string }[];
  months: readonly string[];
  /** The month under way. */
  now: string;
  chosen: { cohortSlug: string; villageCode?: string; month: string };
  language: Language;
}) {
  const { outcome: text, form: formText } = textOf(language);
  return (
    <form method="get" className="no-print grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_auto]">
      <Select
        name="angkatan"
        label={text.cohort}
        text={formText}
        initial={chosen.cohortSlug}
        options={cohorts.map(({ slug, name }) => [slug, name])}
      />
      <Select
        name="kelurahan"
        label={text.village}
        text={formText}
        initial={chosen.villageCode ?? ''}
        options={[['', text.allVillages], ...villages.map(({ code, name }) => [code, name] as const)]}
      />
      <Select
        name="bulan"
        label={text.month}
        text={formText}
        initial={chosen.month}
        options={months.map((month) => [
          month,
          month === now ? `${formatMonth(month, language)} ${text.underWay}` : formatMonth(month, language),
        ])}
      />
      <button type="submit" className="button">
        {text.show}
      </button>
    </form>
  );
}
