// An officer lists a mat for a woman of her areas.
import { describe, expect, it } from 'vitest';
import { createMaker, createOfficer, VILLAGE } from '#tests/support/fixtures.ts';
import { MAT_CHIPS as CHIPS, drawPicture, toForm as form } from '#tests/support/shelf.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();

describe('an officer on behalf', () => {
  it('lists for a woman of her area, logged as such, and not for another', async () => {
    const other = await createMaker(site.db);
    const officer = await createOfficer(site.db, VILLAGE);
    const cookie = await site.signIn(officer);
    const path = `/pendampingan/ibu/${other.person.id}/keset`;
    expect((await site.fetch(path, { as: cookie })).status).toBe(200);
    const listed = await site.post(path, form({ ...CHIPS, colour: 'krem' }, await drawPicture()), { as: cookie });
    expect(listed.status).toBe(302);
    const { id } = await site.db.listing.findFirstOrThrow({ where: { colour: 'krem', shopId: other.shop.id } });
    const event = await site.db.event.findFirstOrThrow({ where: { subjectId: id } });
    expect(event).toMatchObject({ actorId: officer.accountId, onBehalfOfId: other.person.id });
    const far = await createMaker(site.db);
    await site.db.person.update({ where: { id: far.person.id }, data: { areaCode: '36.71.01.1005' } });
    expect((await site.fetch(`/pendampingan/ibu/${far.person.id}/keset`, { as: cookie })).status).toBe(404);
    expect((await site.fetch('/pendampingan/ibu/bukan-id/keset', { as: cookie })).status).toBe(404);
  });
});
