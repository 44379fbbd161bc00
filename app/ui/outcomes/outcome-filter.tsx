// One line of filters: cohort, village, month. A plain GET form, so that every view has an address.
import { formatMonth } from '#app/domain/dates.ts';
import type { Text } from '#app/text/text.ts';
import { Select } from '#app/ui/parts/fields.tsx';

export function OutcomeFilter({
  cohorts,
  villages,
  months,
  chosen,
  text,
  formText,
}: {
  cohorts: readonly { slug: string; name: string }[];
  villages: readonly { code: string; name: string }[];
  months: readonly string[];
  chosen: { cohortSlug: string; villageCode?: string; month: string };
  text: Text['outcome'];
  formText: Text['form'];
}) {
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
        options={months.map((month, index) => [
          month,
          index === 0 ? `${formatMonth(month)} ${text.underWay}` : formatMonth(month),
        ])}
      />
      <button type="submit" className="button">
        {text.show}
      </button>
    </form>
  );
}
