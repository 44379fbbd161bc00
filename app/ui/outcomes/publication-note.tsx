// Says to who may not know the women when a month was published, when the next one comes, and what is hidden.
import { dayOf, formatDay, formatMonth } from '#app/domain/dates.ts';
import { type Language, textOf } from '#app/text/text.ts';

export function PublicationNote({
  at,
  month,
  next,
  language,
}: {
  /** Null while the month is not published. */
  at: Date | null;
  month: string;
  next: { month: string; on: string };
  language: Language;
}) {
  const { outcome: text } = textOf(language);
  const name = formatMonth(month, language);
  return (
    <div className="grid max-w-prose gap-1 text-sm text-soft">
      <p>
        {at ? text.publishedOn(name, formatDay(dayOf(at), language)) : text.notPublished(name)}{' '}
        {text.nextPublished(formatMonth(next.month, language), formatDay(next.on, language))}
      </p>
      {at ? <p>{text.hiddenNote}</p> : null}
    </div>
  );
}
