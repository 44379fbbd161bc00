// Who follows a woman: the officers of her area, or of the district it lies in, on a day.
import type { Reader } from '../database.ts';
import { dayOf, toDateColumn } from '../dates.ts';

/** Oldest assignment first; empty when nobody is assigned. The same rule as `personScope`, seen from the woman. */
export async function listOfficersOf(reader: Reader, personId: string, now: Date) {
  const today = toDateColumn(dayOf(now));
  const person = await reader.person.findUniqueOrThrow({
    where: { id: personId },
    select: { areaCode: true, area: { select: { parentCode: true } } },
  });
  const areas = [person.areaCode, person.area?.parentCode].filter((code) => typeof code === 'string');
  const rows = await reader.officerArea.findMany({
    where: {
      areaCode: { in: areas },
      fromOn: { lte: today },
      OR: [{ untilOn: null }, { untilOn: { gte: today } }],
      account: { disabledAt: null },
    },
    orderBy: [{ fromOn: 'asc' }, { id: 'asc' }],
    select: { account: { select: { id: true, phone: true } } },
  });
  return [...new Map(rows.map(({ account }) => [account.id, account])).values()];
}
