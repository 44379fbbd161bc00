// A picture sent ahead of its form: whose it is, once, within its time.
import { beforeAll, describe, expect, it } from 'vitest';
import { createMaker } from '#tests/support/fixtures.ts';
import { drawPicture, toForm as form } from '#tests/support/shelf.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();
let maker: Awaited<ReturnType<typeof createMaker>>;
let as: string;
let asOther: string;

beforeAll(async () => {
  maker = await createMaker(site.db);
  as = await site.signIn(maker.actor);
  asOther = await site.signIn((await createMaker(site.db)).actor);
});

describe('a picture sent ahead', () => {
  const open = async (cookie: string) => {
    const html = await (await site.fetch('/usaha/keset/baru', { as: cookie })).text();
    const place = /data-photo-upload="([^"]+)"/.exec(html)?.[1]?.replaceAll('&quot;', '"') ?? '';
    return JSON.parse(place) as { done: string; ticket: { address: string; fields: { tanda: string } } };
  };

  it('is taken once, for its owner, and asked twice gives the same photo', async () => {
    const { done, ticket } = await open(as);
    expect(ticket.address).toBe(done);
    const picture = await drawPicture({ gps: true });
    expect((await site.post(done, form(ticket.fields, picture), { as: asOther })).status).toBe(404);
    expect((await site.post(done, form(ticket.fields, picture))).status).toBe(404);
    expect((await site.post(done, form({ tanda: 'x' }, picture), { as })).status).toBe(403);
    expect((await site.post(done, form(ticket.fields, Buffer.from('<svg/>')), { as })).status).toBe(422);
    expect((await site.post(done, form(ticket.fields), { as })).status).toBe(422);
    const sent = await site.post(done, form(ticket.fields, picture), { as });
    expect(sent.status).toBe(200);
    const { photoId } = (await sent.json()) as { photoId: string };
    const again = await site.post(done, form(ticket.fields, await drawPicture({ width: 400 })), { as });
    expect(await again.json()).toEqual({ photoId });
    expect(await site.db.photo.count({ where: { id: photoId, shopId: maker.shop.id } })).toBe(1);
  });

  it('is too late after an hour', async () => {
    const { done, ticket } = await open(as);
    const before = site.now;
    site.now = new Date(before.getTime() + 3_600_001);
    const answer = await site.post(done, form(ticket.fields, await drawPicture()), { as });
    site.now = before;
    expect(answer.status).toBe(403);
  });

  it('knows no such upload', async () => {
    expect((await site.post('/unggah/bukan-id', form({}), { as })).status).toBe(404);
  });
});
