// Whom a visitor of the demonstration may be: one account of each role; of the makers one who has an order to answer, and is asked to
// take another one over.
import type { Prisma } from '#app/generated/prisma/client.ts';
import { ROLES } from '../access/roles.ts';
import type { Reader } from '../database.ts';

export async function listDemonstrationAccounts(reader: Reader) {
  const accounts = await Promise.all(
    ROLES.map(async (role) => (role === 'maker' ? findMaker(reader) : findFirst(reader, { role }))),
  );
  return accounts.filter((account) => account !== null);
}

/** She who has most to do; an empty city has none of the first two. */
async function findMaker(reader: Reader) {
  const orders = { some: { status: 'confirmed' } };
  const takenOver = { some: { status: 'proposed' } };
  for (const shop of [{ orders, takenOver }, { orders }, { isNot: null }]) {
    const maker = await findFirst(reader, { role: 'maker', person: { shop } });
    if (maker) return maker;
  }
  return null;
}

function findFirst(reader: Reader, where: Prisma.AccountWhereInput) {
  return reader.account.findFirst({
    where: { ...where, disabledAt: null },
    orderBy: { createdAt: 'asc' },
    select: { id: true, name: true, phone: true, role: true },
  });
}
