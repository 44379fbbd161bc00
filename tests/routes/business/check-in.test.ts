// The monthly question through the server: by herself, by her link, and by the officer.
import { beforeAll, describe, expect, test } from 'vitest';
import { createCheckInLink } from '#app/domain/checkins/create-check-in-link.server.ts';
import { toDateColumn } from '#app/domain/dates.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { href } from '#app/urls.ts';
import { createAccount, createMaker, createPerson, NOW, SYSTEM, VILLAGE } from '#tests/support/fixtures.ts';
import { MONTH } from '#tests/support/income-fixtures.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();
const PROMISE = 'Jawaban ini tidak mengubah bansos Ibu dan tidak dibuka dengan nama.';
const good = { month: MONTH, sold: 'yes', profitBand: 'medium', profitRupiah: '350rb', cost_materials: '80000' };

const answersOf = (personId: string) => site.db.checkIn.findMany({ where: { personId }, orderBy: { revision: 'asc' } });

describe('/usaha/tanya-bulanan', () => {
  test('asks with the promise first, thanks after the answer, and takes a correction only with a reason', async () => {
    const { person, actor } = await createMaker(site.db);
    const as = await site.signIn(actor);
    const asked = await (await site.fetch(href('businessCheckIn'), { as })).text();
    expect(asked.indexOf(PROMISE)).toBeGreaterThan(-1);
    expect(asked.indexOf(PROMISE)).toBeLessThan(asked.indexOf('apakah Ibu menjual keset'));
    expect(asked.indexOf('name="profitRupiah"')).toBeLessThan(asked.indexOf('name="takingsRupiah"'));

    const sent = await site.post(href('businessCheckIn'), good, { as });
    expect(sent.status).toBe(302);
    const thanks = await (await site.fetch(sent.headers.get('Location') ?? '', { as })).text();
    expect(thanks).toContain('Terima kasih, Ibu');

    const again = await site.post(href('businessCheckIn'), { ...good, profitRupiah: '400rb' }, { as });
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('value="400rb"');
    await site.post(href('businessCheckIn'), { ...good, profitRupiah: '400rb', correctionReason: 'lupa' }, { as });
    expect(await answersOf(person.id)).toMatchObject([
      { profitRupiah: 350_000, mode: 'self', costsRupiah: 80_000 },
      { profitRupiah: 400_000, correctionReason: 'lupa' },
    ]);
  });

  test('sends junk back as 422 with everything that was typed', async () => {
    const { person, actor } = await createMaker(site.db);
    const as = await site.signIn(actor);
    const junk = { ...good, profitRupiah: '350', cost_rent: 'gratis', daysWorked: '99', demand: 'usual' };
    const response = await site.post(href('businessCheckIn'), junk, { as });
    const html = await response.text();
    expect(response.status).toBe(422);
    for (const typed of ['value="350"', 'value="gratis"', 'value="99"', 'value="80000"']) expect(html).toContain(typed);
    expect(html).toMatch(
      /name="demand"[^>]*checked=""[^>]*value="usual"|name="demand"[^>]*value="usual"[^>]*checked=""|checked=""[^>]*name="demand"[^>]*value="usual"/,
    );
    expect(await answersOf(person.id)).toEqual([]);
  });
});

describe('/tanya/:token', () => {
  async function createLink() {
    const person = await createPerson(site.db, { name: 'Rahmawati Dewi' });
    const input = { personId: person.id, month: MONTH };
    return { person, token: mustSucceed(await createCheckInLink(site.db, { actor: SYSTEM, input, now: NOW })) };
  }

  test('asks without sign-in and without her name, and writes to her own month whatever the form says', async () => {
    const { person, token } = await createLink();
    const html = await (await site.fetch(href('checkInLink', { token }))).text();
    expect(html).toContain(PROMISE);
    expect(html).not.toContain('Rahmawati');
    const sent = await site.post(href('checkInLink', { token }), { ...good, month: '2026-08', mode: 'officer' });
    expect(sent.status).toBe(302);
    expect(await answersOf(person.id)).toMatchObject([{ month: MONTH, mode: 'link', recordedById: null }]);
    const after = await (await site.fetch(href('checkInLink', { token }))).text();
    expect(after).toContain('Terima kasih, Ibu');
    expect(after).not.toContain('350');
  });

  test('is not found when wrong or over, for reading and for answering', async () => {
    const { person, token } = await createLink();
    expect((await site.fetch(href('checkInLink', { token: 'bukan-tautan' }))).status).toBe(404);
    site.now = new Date('2026-12-01T00:00:00Z');
    expect((await site.fetch(href('checkInLink', { token }))).status).toBe(404);
    expect((await site.post(href('checkInLink', { token }), good)).status).toBe(404);
    site.now = NOW;
    expect(await answersOf(person.id)).toEqual([]);
  });
});

describe('/pendampingan/ibu/:id/tanya-bulanan', () => {
  let as: string;

  beforeAll(async () => {
    const officer = await createAccount(site.db, 'field_officer');
    as = await site.signIn(officer);
    await createPerson(site.db);
    await site.db.officerArea.create({
      data: { accountId: officer.accountId, areaCode: VILLAGE, fromOn: toDateColumn('2026-01-01') },
    });
  });

  test('answers on her behalf, and says how she was asked', async () => {
    const person = await createPerson(site.db);
    const page = await (await site.fetch(href('followupCheckIn', { id: person.id }), { as })).text();
    expect(page).toContain(person.name);
    await site.post(href('followupCheckIn', { id: person.id }), { ...good, mode: 'phone' }, { as });
    expect(await answersOf(person.id)).toMatchObject([{ mode: 'phone', profitRupiah: 350_000 }]);
  });

  test('a woman of another area does not exist, nor does junk', async () => {
    const person = await createPerson(site.db, { areaCode: '36.71.01.1005' });
    for (const id of [person.id, 'junk']) {
      expect((await site.fetch(href('followupCheckIn', { id }), { as })).status).toBe(404);
      expect((await site.post(href('followupCheckIn', { id }), good, { as })).status).toBe(404);
    }
    expect(await answersOf(person.id)).toEqual([]);
  });
});
