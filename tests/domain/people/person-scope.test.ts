// Whose file an account may read, and for whom it may act: every role against every distance, with dates and districts.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/domain/access/actor.ts';
import { ROLES } from '#app/domain/access/roles.ts';
import { shopScope } from '#app/domain/listings/listing-access.server.ts';
import { findKeptPerson, keptPersonScope, personScope } from '#app/domain/people/person-scope.server.ts';
import { createAccount, createMaker, createPerson, DISTRICT, NOW, SYSTEM, VILLAGE } from '#tests/support/fixtures.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();
const FAR = '36.71.01.1005';
let near: Awaited<ReturnType<typeof createMaker>>;
let far: Awaited<ReturnType<typeof createMaker>>;
let nowhere: { id: string };

beforeAll(async () => {
  near = await createMaker(test.db);
  far = await createMaker(test.db);
  await test.db.person.update({ where: { id: far.person.id }, data: { areaCode: FAR } });
  nowhere = await createPerson(test.db);
  await test.db.person.update({ where: { id: nowhere.id }, data: { areaCode: null } });
});

/** Which of the three are in reach: to read, to act for, and whose shop to keep. */
async function reach(actor: Actor) {
  const { db } = test;
  const [read, keep, shop] = [personScope(actor, NOW), keptPersonScope(actor, NOW), shopScope(actor, NOW)];
  const names = async (scope: typeof read) =>
    scope === null
      ? []
      : (await db.person.findMany({ where: scope })).map(({ id }) =>
          id === near.person.id ? 'near' : id === far.person.id ? 'far' : 'nowhere',
        );
  const shops = shop === null ? [] : await db.shop.findMany({ where: shop });
  return {
    read: (await names(read)).sort(),
    keep: (await names(keep)).sort(),
    shops: shops.map(({ id }) => (id === near.shop.id ? 'near' : 'far')).sort(),
  };
}

async function officer(areaCode: string, fromOn: string, untilOn: string | null = null) {
  const actor = await createAccount(test.db, 'field_officer');
  await test.db.officerArea.create({
    data: {
      accountId: actor.accountId,
      areaCode,
      fromOn: new Date(fromOn),
      untilOn: untilOn === null ? null : new Date(untilOn),
    },
  });
  return actor;
}

const NOBODY = { read: [], keep: [], shops: [] };
const NEAR = { read: ['near'], keep: ['near'], shops: ['near'] };

describe('the reach of', () => {
  it('a maker is herself, of an account without a person nobody', async () => {
    expect(await reach(near.actor)).toEqual(NEAR);
    expect(await reach(await createAccount(test.db, 'maker'))).toEqual(NOBODY);
  });

  it.each([
    ['a village, since long', VILLAGE, '2026-01-01', null, NEAR],
    ['its whole district', DISTRICT, '2026-01-01', null, NEAR],
    ['the whole city, which no officer follows', '36.71', '2026-01-01', null, NOBODY],
    ['another village', FAR, '2026-01-01', null, { read: ['far'], keep: ['far'], shops: ['far'] }],
    ['the first day', VILLAGE, '2026-11-20', null, NEAR],
    ['from tomorrow', VILLAGE, '2026-11-21', null, NOBODY],
    ['the last day', VILLAGE, '2026-01-01', '2026-11-20', NEAR],
    ['until yesterday', VILLAGE, '2026-01-01', '2026-11-19', NOBODY],
  ])('an officer of %s', async (_, areaCode, fromOn, untilOn, expected) => {
    expect(await reach(await officer(areaCode, fromOn, untilOn))).toEqual(expected);
  });

  it('a programme officer is to read everybody and to act for nobody', async () => {
    const all = ['far', 'near', 'nowhere'];
    expect(await reach(await createAccount(test.db, 'programme_officer'))).toEqual({ ...NOBODY, read: all });
  });

  it.each(ROLES.filter((role) => !['maker', 'field_officer', 'programme_officer'].includes(role)))(
    '%s is nobody, even on her own record',
    async (role) => {
      expect(await reach(await createAccount(test.db, role, nowhere.id))).toEqual(NOBODY);
      await test.db.account.updateMany({ where: { personId: nowhere.id }, data: { personId: null } });
    },
  );

  it('a visitor and a buyer is nobody, of the system everybody', async () => {
    expect(await reach({ kind: 'anonymous' })).toEqual(NOBODY);
    expect(await reach({ kind: 'buyer', purchaseId: near.shop.id })).toEqual(NOBODY);
    expect((await reach(SYSTEM)).keep).toEqual(['far', 'near', 'nowhere']);
  });

  it('one person read by id is the same reach', async () => {
    const actor = await officer(VILLAGE, '2026-01-01');
    const find = (personId: string) => findKeptPerson(test.db, { actor, personId, now: NOW });
    expect(await find(near.person.id)).toEqual({ id: near.person.id, name: near.person.name });
    expect(await find(far.person.id)).toBeNull();
    expect(await find('01890000-0000-7000-8000-000000000000')).toBeNull();
  });
});
