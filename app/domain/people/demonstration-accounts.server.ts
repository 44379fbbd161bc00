// Whom a visitor of the demonstration may be: one account of each role; makers with the most orders first.
import { ROLES } from '../access/roles.ts';
import type { Reader } from '../database.ts';

export async function listDemonstrationAccounts(reader: Reader) {
  const accounts = await Promise.all(
    ROLES.map((role) =>
      reader.account.findFirst({
        where: { role, disabledAt: null, ...(role === 'maker' ? { person: { shop: { orders: { some: {} } } } } : {}) },
        orderBy: { createdAt: 'asc' },
        select: { id: true, name: true, phone: true, role: true },
      }),
    ),
  );
  return accounts.filter((account) => account !== null);
}
