// Which months are asked, what was answered, and whose link this is.
import type { Reader } from '../database.ts';
import { addMonths, monthOf } from '../dates.ts';
import { hashToken } from '../ids.ts';

/** Memory fades: beyond the third month back nobody is asked, though an answer is still taken. */
const MONTHS_ASKED = 3;

/** Null when the link is unknown or over. Answering does not use it up: a slip can be mended by the same link. */
export async function findCheckInLink(db: Reader, { token, now }: { token: string; now: Date }) {
  const link = await db.checkInLink.findUnique({ where: { tokenHash: hashToken(token) } });
  return link && link.expiresAt > now ? { personId: link.personId, month: link.month } : null;
}

/** Months still to be answered, newest first. The last full month falls due on the 1st, WIB. */
export async function listDueMonths(db: Reader, personId: string, now: Date): Promise<string[]> {
  const months = Array.from({ length: MONTHS_ASKED }, (_, index) => addMonths(monthOf(now), -1 - index));
  const [answered, firstEnrolment] = await Promise.all([
    db.checkIn.findMany({ where: { personId, month: { in: months } }, select: { month: true } }),
    db.enrolment.findFirst({
      where: { personId },
      orderBy: { cohort: { endsOn: 'asc' } },
      select: { cohort: { select: { endsOn: true } } },
    }),
  ]);
  // Before she graduated there was no business to ask about.
  const from = firstEnrolment ? firstEnrolment.cohort.endsOn.toISOString().slice(0, 7) : '';
  return months.filter((month) => month >= from && !answered.some((answer) => answer.month === month));
}

/** Her newest answer of a month; null when she has not been heard. */
export function findCheckIn(db: Reader, personId: string, month: string) {
  return db.checkIn.findFirst({ where: { personId, month }, orderBy: { revision: 'desc' } });
}
