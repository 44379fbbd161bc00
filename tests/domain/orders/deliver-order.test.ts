// A mat brought to a door: by the maker's word only with a photo, by the buyer's without one.
import { expect, it } from 'vitest';
import type { Database } from '#app/domain/database.ts';
import { receiveOrder } from '#app/domain/orders/receive-order.server.ts';
import { awaitsPhoto, stepOrder } from '#app/domain/orders/step-order.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { NOW, sealer } from '#tests/support/fixtures.ts';
import { sendOut } from '#tests/support/shopping.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();

async function onTheWay() {
  const { maker, orderId, buyer } = await sendOut(test.db);
  const deliver = (photoKey?: string) =>
    stepOrder(test.db, {
      actor: maker.actor,
      input: { orderId, step: 'deliver', ...(photoKey === undefined ? {} : { photoKey }) },
      now: NOW,
      sealer,
    });
  const read = () =>
    test.db.order.findUniqueOrThrow({ where: { id: orderId }, select: { status: true, deliveryPhotoKey: true } });
  return { maker, orderId, buyer, deliver, read };
}

it('is delivered by her with a photo, and not without', async () => {
  const { deliver, read } = await onTheWay();
  for (const nothing of [undefined, ''])
    expect(await deliver(nothing)).toEqual({ ok: false, code: 'required', field: 'foto' });
  expect(await read()).toEqual({ status: 'shipped', deliveryPhotoKey: null });
  expect(mustSucceed(await deliver('first')).isNew).toBe(true);
  expect(await read()).toEqual({ status: 'delivered', deliveryPhotoKey: 'first' });
});

it('keeps the first photo when she presses again, and asks for no other', async () => {
  const { deliver, read, buyer } = await onTheWay();
  mustSucceed(await deliver('first'));
  expect(mustSucceed(await deliver()).isNew).toBe(false);
  expect(mustSucceed(await deliver('second')).isNew).toBe(false);
  expect(await read()).toEqual({ status: 'delivered', deliveryPhotoKey: 'first' });
  mustSucceed(await receiveOrder(test.db, { ...buyer, receipt: 'allFine' }));
  expect(await deliver('third')).toMatchObject({ ok: false, code: 'conflict' });
  expect(await read()).toEqual({ status: 'completed', deliveryPhotoKey: 'first' });
});

it('needs none when the buyer says that it came', async () => {
  const { buyer, read } = await onTheWay();
  mustSucceed(await receiveOrder(test.db, { ...buyer, receipt: 'received' }));
  expect(await read()).toEqual({ status: 'delivered', deliveryPhotoKey: null });
});

it('has a photo of no other step', async () => {
  const { orderId, deliver, read } = await onTheWay();
  for (const status of ['pending', 'confirmed', 'making', 'ready', 'cancelled', 'returned']) {
    await test.db.order.update({ where: { id: orderId }, data: { status } });
    expect(await deliver('early')).toMatchObject({ ok: false, code: 'conflict' });
    expect(await deliver()).toMatchObject({ ok: false, code: 'conflict' });
    expect(await read()).toEqual({ status, deliveryPhotoKey: null });
    expect(awaitsPhoto({ status }, 'deliver')).toBe(false);
  }
  expect(awaitsPhoto({ status: 'shipped' }, 'deliver')).toBe(true);
  expect(awaitsPhoto({ status: 'shipped' }, 'takeBack')).toBe(false);
});

it('is not slipped past the photo by two presses at once', async () => {
  const { maker, orderId, read } = await onTheWay();
  await test.db.order.update({ where: { id: orderId }, data: { status: 'ready' } });
  // Her other press sends it out just after this one has read that it is not on its way, so that no photo was asked.
  const meanwhile = test.db.$extends({
    query: {
      order: {
        async findFirst({ args, query }) {
          const found = await query(args);
          await test.db.order.update({ where: { id: orderId }, data: { status: 'shipped' } });
          return found;
        },
      },
    },
  }) as unknown as Database;
  const input = { orderId, step: 'deliver' } as const;
  expect(await stepOrder(meanwhile, { actor: maker.actor, input, now: NOW, sealer })).toMatchObject({
    ok: false,
    code: 'conflict',
  });
  expect(await read()).toEqual({ status: 'shipped', deliveryPhotoKey: null });
});
