// Whom a visitor of the demonstration may be: one account of each role; of the makers one who has an order to answer.
import type { Prisma } from '#app/generated/prisma/client.ts';
import { ROLES } from '../access/roles.ts';
import type { Reader } from '../database.ts';

export async function listDemonstrationAccounts(reader: Reader) {
  const accounts = await Promise.all(
    ROLES.map(async (role) =>
      role === 'maker'
        ? ((await findFirst(reader, { role, person: { shop: { orders: { some: { status: 'confirmed' } } } } })) ??
          (await findFirst(reader, { role, person: { shop: { isNot: null } } })))
        : findFirst(reader, { role }),
    ),
  );
  return accounts.filter((account) => account !== null);
}

function findFirst(reader: Reader, where: Prisma.AccountWhereInput) {
  return reader.account.findFirst({
    where: { ...where, disabledAt: null },
    orderBy: { createdAt: 'asc' },
    select: { id: true, name: true, phone: true, role: true },
  });
}
