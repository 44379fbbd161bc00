// The monthly question goes out by itself: to those who may be written to, once, with a link that works.
import { expect, it } from 'vitest';
import { recordConsent } from '#app/domain/consents/record-consent.server.ts';
import { openMessage } from '#app/domain/messages/queue-message.server.ts';
import { mustSucceed } from '#app/domain/result.ts';
import { askCheckIns } from '#app/jobs/check-in-jobs.ts';
import { messageText } from '#app/text/message-text.ts';
import { NOW, SYSTEM } from '#tests/support/fixtures.ts';
import { createCohort, createGraduate } from '#tests/support/income-fixtures.ts';
import { useSite } from '#tests/support/site.ts';

const site = useSite();

it('asks each woman who said yes once a month, and nobody else', async () => {
  const cohort = await createCohort(site.db);
  const [yes, no, withdrawn] = await Promise.all([1, 2, 3].map(() => createGraduate(site.db, cohort.id)));
  const fresh = await createGraduate(site.db, (await createCohort(site.db, { endsOn: '2026-10-24' })).id);
  if (!yes || !no || !withdrawn) throw new Error('nobody');
  const say = async (personId: string, isGiven: boolean, minutes: number) => {
    const words = { purpose: 'whatsapp', channel: 'spoken', witness: 'Bu RT', language: 'id' } as const;
    const now = new Date(NOW.getTime() - 3_600_000 + minutes * 60_000);
    mustSucceed(await recordConsent(site.db, { actor: SYSTEM, input: { personId, isGiven, ...words }, now }));
  };
  for (const { id } of [yes, withdrawn, fresh]) await say(id, true, 1);
  await say(withdrawn.id, false, 2);
  await askCheckIns(site.services);
  await askCheckIns(site.services);
  const asked = await site.db.message.findMany({ where: { kind: 'checkInAsked' } });
  expect(asked.map((message) => message.phone)).toEqual([yes.phone]);
  const text = messageText(openMessage(site.services.sealer, asked[0] ?? { id: '', bodySealed: '' }), site.origin);
  expect(text).toContain('Oktober 2026');
  const path = new URL(/http\S+/.exec(text)?.[0] ?? '').pathname;
  expect((await site.fetch(path)).status).toBe(200);
  await site.post(path, { month: '2026-10', sold: 'no' });
  expect(await site.db.checkIn.findMany()).toMatchObject([
    { personId: yes.id, month: '2026-10', mode: 'link', sold: 'no' },
  ]);
});
