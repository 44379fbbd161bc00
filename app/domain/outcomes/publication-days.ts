// When a month is published to those who may not know the women: on the tenth of the next one. Pure.
import { addMonths, monthOf, startOfDay } from '../dates.ts';

/** Most answers come within nine days of the question, which goes out on the first; a month that waits longer is of less use. */
const PUBLICATION_DAY = 10;

/** `YYYY-MM-DD`, from 00.00 WIB. */
export function publicationDayOf(month: string): string {
  return `${addMonths(month, 1)}-${PUBLICATION_DAY}`;
}

/** The newest month whose day has come. */
export function lastDueMonth(now: Date): string {
  const last = addMonths(monthOf(now), -1);
  return now >= startOfDay(publicationDayOf(last)) ? last : addMonths(last, -1);
}

/** The month that is published next, and when. */
export function nextPublication(now: Date): { month: string; on: string } {
  const month = addMonths(lastDueMonth(now), 1);
  return { month, on: publicationDayOf(month) };
}
