// The account of a shop: the first holds at once, a change waits a day and can be taken back, and she is told in any case.
import { beforeEach, describe, expect, it } from 'vitest';
import type { AccountActor } from '#app/domain/access/actor.ts';
import { openMessage } from '#app/domain/messages/queue-message.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { applyBankChanges } from '#app/domain/shops/apply-bank-changes.server.ts';
import { changeBankAccount } from '#app/domain/shops/change-bank-account.server.ts';
import { openBankAccount } from '#app/domain/shops/seal-bank.ts';
import { findBankAccount } from '#app/domain/shops/shop-queries.server.ts';
import { withdrawBankChange } from '#app/domain/shops/withdraw-bank-change.server.ts';
import { createAccount, createMaker, NOW, sealer } from '#tests/support/fixtures.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();
const HERS = { name: 'BJB', account: '1234567890', holder: 'Siti' };
const HIS = { name: 'BRI', account: '9876543210', holder: 'Joko' };
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);

let maker: Awaited<ReturnType<typeof createMaker>>;
beforeEach(async () => {
  maker = await createMaker(test.db);
});

const change = (bank: typeof HERS | null, at: number, actor: AccountActor = maker.actor) =>
  changeBankAccount(test.db, { actor, input: { bank }, now: hours(at), sealer });
const withdraw = (at: number) => withdrawBankChange(test.db, { actor: maker.actor, now: hours(at) });
const pass = (at: number) => applyBankChanges(test.db, { now: hours(at), sealer });
const account = async () =>
  openBankAccount(await test.db.shop.findUniqueOrThrow({ where: { id: maker.shop.id } }), sealer);
const told = async () => {
  const rows = await test.db.message.findMany({ where: { phone: maker.person.phone ?? '' }, orderBy: { id: 'asc' } });
  return rows.map((row) => {
    const content = openMessage(sealer, row);
    return content.kind === 'bankChange' ? content.news : content.kind;
  });
};

describe('the account of a shop', () => {
  it('holds at once when it is the first', async () => {
    expect(mustSucceed(await change(HERS, 0)).effectiveAt).toEqual(NOW);
    expect(await account()).toBe(HERS.account);
    expect(await told()).toEqual(['changed']);
  });

  it('changes after a day, not before, and once', async () => {
    mustSucceed(await change(HERS, 0));
    expect(mustSucceed(await change(HIS, 1)).effectiveAt).toEqual(hours(25));
    await pass(24.99);
    expect(await account()).toBe(HERS.account);
    expect(await pass(25)).toBe(1);
    expect(await account()).toBe(HIS.account);
    expect(await pass(26)).toBe(0);
    expect(await told()).toEqual(['changed', 'asked']);
  });

  it('stays when the change is taken back; then it is too late to change it', async () => {
    mustSucceed(await change(HERS, 0));
    mustSucceed(await change(HIS, 1));
    expect(mustSucceed(await withdraw(2)).isNew).toBe(true);
    expect(mustSucceed(await withdraw(2)).isNew).toBe(false);
    await pass(48);
    expect(await account()).toBe(HERS.account);
    mustSucceed(await change(HIS, 48));
    await pass(72);
    expect(await withdraw(73)).toEqual({ ok: false, code: 'conflict' });
  });

  it('waits anew when another is asked for, and only the last one comes', async () => {
    mustSucceed(await change(HERS, 0));
    mustSucceed(await change(HIS, 1));
    mustSucceed(await change({ ...HERS, account: '555666777' }, 20));
    await pass(30);
    expect(await account()).toBe(HERS.account);
    await pass(44);
    expect(await account()).toBe('555666777');
  });

  it('is gone at once when she takes no transfers, and that is no way round the wait', async () => {
    mustSucceed(await change(HERS, 0));
    mustSucceed(await change(null, 1));
    expect(await account()).toBeNull();
    expect(mustSucceed(await change(HIS, 2)).effectiveAt).toEqual(hours(26));
    expect(await account()).toBeNull();
  });

  it('cannot be taken away where there is none, so that the first one still holds at once', async () => {
    expect(await change(null, 0)).toEqual({ ok: false, code: 'required', field: 'bank' });
    expect(await told()).toEqual([]);
    expect(mustSucceed(await change(HERS, 1)).effectiveAt).toEqual(hours(1));
  });

  it('asked for twice in the same words neither waits anew nor tells her again', async () => {
    mustSucceed(await change(HERS, 0));
    mustSucceed(await change(HIS, 1));
    expect(mustSucceed(await change(HIS, 9)).effectiveAt).toEqual(hours(25));
    expect(await told()).toEqual(['changed', 'asked']);
  });

  it('is nobody else’s to change', async () => {
    mustSucceed(await change(HERS, 0));
    const stranger = await createAccount(test.db, 'maker');
    expect(await change(HIS, 1, stranger)).toEqual({ ok: false, code: 'notFound' });
    const other = await createMaker(test.db);
    mustSucceed(await change(HIS, 1, other.actor));
    expect(await account()).toBe(HERS.account);
  });

  it('asked for six times at the same moment waits once', async () => {
    mustSucceed(await change(HERS, 0));
    await Promise.all(Array.from({ length: 6 }, () => change(HIS, 1)));
    expect(await test.db.bankChange.count({ where: { shopId: maker.shop.id, status: 'waiting' } })).toBe(1);
  });

  it('lies sealed, and is shown by its last digits', async () => {
    mustSucceed(await change(HERS, 0));
    mustSucceed(await change(HIS, 1));
    const rows = JSON.stringify(await test.db.bankChange.findMany());
    for (const secret of [HERS.account, HIS.account, HIS.holder]) expect(rows).not.toContain(secret);
    expect(await findBankAccount(test.db, maker.actor, sealer)).toEqual({
      now: { ...HERS, account: '•••• 7890' },
      next: { ...HIS, account: '•••• 3210', effectiveAt: hours(25) },
    });
  });

  it('tells her at night too, and not a digit goes to the provider', async () => {
    await changeBankAccount(test.db, { actor: maker.actor, input: { bank: HERS }, now: hours(12), sealer });
    const row = await test.db.message.findFirstOrThrow({ where: { phone: maker.person.phone ?? '' } });
    expect(row.notBeforeAt).toEqual(hours(12));
    expect(JSON.stringify(openMessage(sealer, row))).not.toMatch(/\d{6,}/);
  });
});
