// What was bought, in 64 letters: kept in the event of placing, which nobody can change, and counted again by the audit.
import { Prisma } from '#app/generated/prisma/client.ts';
import type { Reader } from '../database.ts';

/** SHA-256 over the order's lines (title, size, photo, price, quantity) and its delivery fee; `orderId` is an SQL expression. */
export function goodsFingerprint(orderId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    select encode(sha256(convert_to(
      (jsonb_agg(jsonb_build_array(l.title, l.size, l."photoStoreKey", l."unitPriceRupiah", l.quantity) order by l.id)
        || to_jsonb(max(g."deliveryRupiah")))::text, 'UTF8')), 'hex')
    from "OrderLine" l join "Order" g on g.id = l."orderId" where l."orderId" = ${orderId})`;
}

/** Order id -> fingerprint. */
export async function readGoods(reader: Reader, orderIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.$queryRaw<{ id: string; goods: string }[]>`
    select o.id, ${goodsFingerprint(Prisma.sql`o.id`)} as goods from "Order" o where o.id = any(${[...orderIds]}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row.goods]));
}
