// The photo from the door: asked of the maker who brings a mat, shown to the buyer by her link and to the maker while the order lives.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { receiveOrder } from '#app/domain/orders/receive-order.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { textOf } from '#app/text/text.ts';
import { href } from '#app/urls.ts';
import { createMaker } from '#tests/support/fixtures.ts';
import { hostileFiles } from '#tests/support/samples/hostile-files.ts';
import { drawPicture, toForm } from '#tests/support/shelf.ts';
import { sendOut } from '#tests/support/shopping.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();
const text = textOf('id');
let photo: Buffer;
beforeAll(async () => {
  photo = await drawPicture({ gps: true });
});

const kept = () => readdir(join(site.services.environment.dataDirectory, 'proofs')).catch(() => []);

async function onTheWay() {
  const sent = await sendOut(site.db, { seal: site.services.sealer });
  const as = await site.signIn(sent.maker.actor);
  const id = sent.orderId;
  const deliver = (file?: Uint8Array, who = as) =>
    site.post(href('businessOrderStep', { id }), toForm({ langkah: 'deliver' }, file), { as: who });
  const read = () =>
    site.db.order.findUniqueOrThrow({ where: { id }, select: { status: true, deliveryPhotoKey: true } });
  const hers = (who = as) => site.fetch(href('businessDeliveryPhoto', { id }), { as: who });
  const buyers = (token = sent.token) => site.fetch(href('orderDeliveryPhoto', { token, orderId: id }));
  const page = async (address: string) => (await site.fetch(address, { as })).text();
  return { ...sent, id, as, deliver, read, hers, buyers, page };
}

describe('she says that it came', () => {
  it('with a photo, which is kept without the place it was taken', async () => {
    const { id, deliver, read, page } = await onTheWay();
    expect(await page(href('businessOrder', { id }))).toContain(text.order.delivery.noCamera(text.order.received));
    expect((await deliver(photo)).headers.get('location')).toBe(href('businessOrder', { id }));
    const { status, deliveryPhotoKey } = await read();
    expect(status).toBe('delivered');
    const file = await site.services.privatePictures.read(deliveryPhotoKey);
    expect((await sharp(file ?? undefined).metadata()).exif).toBeUndefined();
    expect(file?.includes('HomePhone')).toBe(false);
    const events = await site.db.event.findMany({ where: { subjectId: id } });
    expect(JSON.stringify(events)).not.toContain(deliveryPhotoKey);
  });

  it('without one, and is told so at the field', async () => {
    const { deliver, read, page } = await onTheWay();
    for (const form of [undefined, new Uint8Array()]) {
      const location = (await deliver(form)).headers.get('location') ?? '';
      const html = await page(location);
      expect(html).toContain(`<p id="foto-error" class="font-semibold text-mengkudu">${text.form.photoMissing}`);
    }
    expect((await read()).status).toBe('shipped');
  });

  it.each(hostileFiles.filter(([, expected]) => !['clean', 'nothing at all'].includes(expected)))(
    'with %s: a sentence at the field, nothing kept, nothing moved',
    async (name, _, make) => {
      const { deliver, read, page } = await onTheWay();
      const before = await kept();
      const location = (await deliver(await make())).headers.get('location') ?? '';
      expect(await page(location), name).toContain('id="foto-error"');
      expect(await read()).toEqual({ status: 'shipped', deliveryPhotoKey: null });
      expect(await kept()).toEqual(before);
    },
  );

  it('twice: the second picture is not kept', async () => {
    const { deliver, read } = await onTheWay();
    await deliver(photo);
    const [first, before] = [await read(), await kept()];
    expect((await deliver(await drawPicture({ width: 777 }))).headers.get('location')).not.toContain('kabar');
    expect(await read()).toEqual(first);
    expect(await kept()).toEqual(before);
  });

  it('of another woman’s order: there is no such order, and her picture is not kept', async () => {
    const { deliver, read } = await onTheWay();
    const before = await kept();
    const stranger = await site.signIn((await createMaker(site.db)).actor);
    expect((await deliver(await drawPicture({ width: 778 }), stranger)).status).toBe(404);
    expect((await read()).status).toBe('shipped');
    expect(await kept()).toEqual(before);
  });
});

describe('it is shown', () => {
  it('to nobody before it is there', async () => {
    const { id, token, hers, buyers, page } = await onTheWay();
    expect([(await hers()).status, (await buyers()).status]).toEqual([404, 404]);
    expect(await page(href('businessOrder', { id }))).not.toContain(href('businessDeliveryPhoto', { id }));
    expect(await page(href('order', { token }))).not.toContain(href('orderDeliveryPhoto', { token, orderId: id }));
  });

  it('to the buyer by her link and to the maker, and kept by nothing in between', async () => {
    const { id, token, deliver, hers, buyers, page } = await onTheWay();
    await deliver(photo);
    expect(await page(href('order', { token }))).toContain(href('orderDeliveryPhoto', { token, orderId: id }));
    expect(await page(href('businessOrder', { id }))).toContain(href('businessDeliveryPhoto', { id }));
    for (const answer of [await hers(), await buyers()]) {
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('image/jpeg');
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
    }
  });

  it('to no other link, no other maker, no visitor', async () => {
    const [own, other] = [await onTheWay(), await onTheWay()];
    await own.deliver(photo);
    await other.deliver(await drawPicture({ width: 779 }));
    for (const token of [other.token, 'x', own.token.slice(1)]) expect((await own.buyers(token)).status).toBe(404);
    expect((await own.hers(other.as)).status).toBe(404);
    expect((await own.hers('')).status).toBe(302);
    await site.db.purchase.updateMany({ where: { token: own.token }, data: { linkRevokedAt: site.now } });
    expect((await own.buyers()).status).toBe(404);
  });

  it('to the maker no longer when the order has ended; to the buyer still', async () => {
    const { id, buyer, deliver, hers, buyers, page } = await onTheWay();
    await deliver(photo);
    mustSucceed(await receiveOrder(site.db, { ...buyer, receipt: 'allFine' }));
    expect([(await hers()).status, (await buyers()).status]).toEqual([404, 200]);
    expect(await page(href('businessOrder', { id }))).not.toContain(href('businessDeliveryPhoto', { id }));
  });
});
