// What was bought, in 64 letters: kept in the event of placing, which nobody can change, and counted again by the audit.
import { createHash } from 'node:crypto';
import { type OrderLine, Prisma } from '#app/generated/prisma/client.ts';

type Goods = Pick<OrderLine, 'id' | 'title' | 'size' | 'photoStoreKey' | 'unitPriceRupiah' | 'quantity'>;

/** SHA-256 over an order's lines (title, size, photo, price, quantity) in the order of their ids, and its delivery fee. */
export function goodsFingerprint(lines: readonly Goods[], deliveryRupiah: number): string {
  const goods = [...lines]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((line) => [line.title, line.size, line.photoStoreKey, line.unitPriceRupiah, line.quantity]);
  return createHash('sha256')
    .update(jsonbText([...goods, deliveryRupiah]))
    .digest('hex');
}

/** The same from the rows in the database; `orderId` is an SQL expression. */
export function goodsFingerprintSql(orderId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    select encode(sha256(convert_to(
      (jsonb_agg(jsonb_build_array(l.title, l.size, l."photoStoreKey", l."unitPriceRupiah", l.quantity) order by l.id)
        || to_jsonb(max(g."deliveryRupiah")))::text, 'UTF8')), 'hex')
    from "OrderLine" l join "Order" g on g.id = l."orderId" where l."orderId" = ${orderId})`;
}

type Json = string | number | null | readonly Json[];

/** As PostgreSQL writes jsonb: JSON with a space after each comma. */
function jsonbText(value: Json): string {
  return Array.isArray(value) ? `[${value.map(jsonbText).join(', ')}]` : JSON.stringify(value);
}
