// Her money pages through the server: junk comes back with what was typed, and another woman's book does not exist.
import { beforeAll, describe, expect, test } from 'vitest';
import { href } from '#app/urls.ts';
import { createAccount, createMaker } from '#tests/support/fixtures.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();
let maker: Awaited<ReturnType<typeof createMaker>>;
let as: string;

beforeAll(async () => {
  maker = await createMaker(site.db);
  as = await site.signIn(maker.actor);
});

const good = { category: 'materials', amountRupiah: '35rb', happenedOn: '2026-11-18', quantity: '', note: 'benang' };

describe('/usaha/uang/catat', () => {
  test('writes a line and comes back to its month', async () => {
    const response = await site.post(href('businessCashEntry'), good, { as });
    expect(response.status).toBe(302);
    expect(response.headers.get('Location')).toBe('/usaha/uang?bulan=2026-11');
    const page = await (await site.fetch(href('businessMoney'), { as })).text();
    expect(page).toContain('benang');
    expect(page).toContain('−Rp\u00A035.000');
  });

  test('sends junk back as 422 with everything that was typed', async () => {
    const junk = {
      category: 'materials',
      amountRupiah: 'banyak <b>',
      happenedOn: '2099-01-01',
      quantity: 'dua',
      note: 'kain',
    };
    const response = await site.post(href('businessCashEntry'), junk, { as });
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain('value="banyak &lt;b&gt;"');
    expect(html).toContain('value="dua"');
    expect(html).toContain('value="kain"');
    expect(html).toContain('Isi dengan jumlah rupiah');
    expect(html).toContain('href="#quantity"');
  });

  test('a day to come is refused beside its field', async () => {
    const response = await site.post(href('businessCashEntry'), { ...good, happenedOn: '2026-11-21' }, { as });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('id="happenedOn-error"');
  });
});

describe('/usaha/uang', () => {
  test('strikes a line of hers only', async () => {
    await site.post(href('businessCashEntry'), { ...good, note: 'salah tulis' }, { as });
    const entry = await site.db.cashEntry.findFirstOrThrow({ where: { note: 'salah tulis' } });
    const other = await site.signIn((await createMaker(site.db)).actor);
    expect((await site.post(href('businessMoney'), { entryId: entry.id }, { as: other })).status).toBe(404);
    expect((await site.post(href('businessMoney'), { entryId: 'junk' }, { as })).status).toBe(404);
    expect((await site.db.cashEntry.findUniqueOrThrow({ where: { id: entry.id } })).struckAt).toBeNull();
    const response = await site.post(href('businessMoney'), { entryId: entry.id }, { as });
    expect(response.headers.get('Location')).toBe('/usaha/uang?bulan=2026-11');
    expect(await (await site.fetch(href('businessMoney'), { as })).text()).toContain('dicoret');
  });

  test('asks a stranger to sign in, and refuses an officer', async () => {
    expect((await site.fetch(href('businessMoney'))).headers.get('Location')).toContain('/masuk');
    const officer = await site.signIn(await createAccount(site.db, 'field_officer'));
    expect((await site.fetch(href('businessMoney'), { as: officer })).status).toBe(403);
  });
});
