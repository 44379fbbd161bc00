// "Looked at", with a note: for finance alone, once, and only for what was set aside.
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { ROLES } from '#app/domain/access/roles.ts';
import { lookAtOddity } from '#app/domain/reconciliation/look-at-oddity.server.ts';
import { listOddities } from '#app/domain/reconciliation/money-desk.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { createAccount, NOW } from '#tests/support/fixtures.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();

it('takes it off the list with the first note, and leaves everything else alone', async () => {
  const finance = await createAccount(test.db, 'finance');
  const event = { kind: 'payout.paid', receivedAt: NOW };
  await test.db.stripeEvent.createMany({
    data: [
      { ...event, id: 'evt_odd', quarantineReason: 'mismatch' },
      { ...event, id: 'evt_done', processedAt: NOW },
    ],
  });
  const sums = { happenedAt: NOW, foundAt: NOW, gatewayRupiah: 1n };
  const difference = await test.db.bookDifference.create({ data: { kind: 'charge', sourceId: 'pi_1', ...sums } });
  const look = (kind: 'event' | 'difference', id: string, note = 'uji coba', actor = finance) =>
    lookAtOddity(test.db, { actor, input: { kind, id, note }, now: NOW });
  for (const role of ROLES.filter((name) => name !== 'finance')) {
    const actor = await createAccount(test.db, role);
    expect(await look('event', 'evt_odd', 'x', actor), role).toMatchObject({ code: 'forbidden' });
  }
  expect(await look('event', 'evt_odd', ' ')).toMatchObject({ code: 'required', field: 'catatan' });
  expect(await look('event', 'evt_done')).toMatchObject({ code: 'notFound' });
  expect(await look('difference', randomUUID())).toMatchObject({ code: 'notFound' });
  expect(await listOddities(test.db)).toMatchObject({
    events: [{ id: 'evt_odd' }],
    differences: [{ sourceId: 'pi_1' }],
  });
  expect(mustSucceed(await look('event', 'evt_odd')).isNew).toBe(true);
  expect(mustSucceed(await look('event', 'evt_odd', 'lain')).isNew).toBe(false);
  mustSucceed(await look('difference', difference.id));
  expect(await listOddities(test.db)).toEqual({ events: [], differences: [] });
  expect(await test.db.stripeEvent.findUniqueOrThrow({ where: { id: 'evt_odd' } })).toMatchObject({
    note: 'uji coba',
    lookedById: finance.accountId,
    processedAt: null,
  });
});
