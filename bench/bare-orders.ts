// The limit: the same shape as a purchase and nothing more, by `pg` alone: one order, three lines, three stock updates.
import { randomUUID } from 'node:crypto';
import pg from 'pg';

const SHELF = 600;
const [address = '', clients = '8'] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: address, max: Number(clients) });
await pool.query(`
  CREATE TABLE IF NOT EXISTS bare_order (id uuid PRIMARY KEY, buyer text, total int, placed_at timestamptz);
  CREATE TABLE IF NOT EXISTS bare_line (
    id uuid PRIMARY KEY, order_id uuid REFERENCES bare_order, variant int, title text, price int, quantity int);
  CREATE TABLE IF NOT EXISTS bare_stock (id int PRIMARY KEY, on_hand int NOT NULL, held int NOT NULL CHECK (held <= on_hand));
  INSERT INTO bare_stock SELECT n, 1000000, 0 FROM generate_series(0, ${SHELF - 1}) n ON CONFLICT DO NOTHING`);

async function placeOrder(index: number): Promise<void> {
  const client = await pool.connect();
  const orderId = randomUUID();
  const variants = [0, 1, 2].map((step) => (index * 3 + step) % SHELF);
  await client.query('BEGIN');
  await client.query('INSERT INTO bare_order VALUES ($1, $2, $3, now())', [orderId, 'Rina', 105_000]);
  for (const variant of variants) {
    await client.query('INSERT INTO bare_line VALUES ($1, $2, $3, $4, $5, $6)', [
      ...[randomUUID(), orderId, variant, 'Keset lurik biru, 40 × 60', 35_000, 1],
    ]);
  }
  for (const variant of variants) {
    const { rowCount } = await client.query(
      'UPDATE bare_stock SET held = held + 1 WHERE id = $1 AND on_hand - held >= 1',
      [variant],
    );
    if (rowCount !== 1) throw new Error('sold out');
  }
  await client.query('COMMIT');
  client.release();
}

process.on('message', async (count: number) => {
  let next = 0;
  const work = async () => {
    while (next < count) await placeOrder(next++);
  };
  await Promise.all(Array.from({ length: Number(clients) }, work));
  process.send?.('done');
});
process.once('disconnect', () => process.exit(0));
process.send?.('ready');
