// Policy against the built site: every route is declared and guarded, and each role meets exactly the doors it should.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '#app/domain/access/roles.ts';
import { POLICY } from '#app/policy.ts';
import { URLS } from '#app/urls.ts';
import { createAccount, createMaker } from '#tests/support/fixtures.ts';
import { ROOT, useSite } from '#tests/support/site.ts';

const build = (await import(join(ROOT, 'build/server/index.js'))) as ServerBuild;
const leaves = Object.values(build.routes).filter(
  (route) => route && route.id !== 'root' && !route.id.endsWith('/layout'),
);
const rules = Object.entries(POLICY) as [string, { GET?: string; POST?: string }][];

describe('the policy', () => {
  it('names every route of the built site and no other', () => {
    expect(rules.map(([route]) => `routes/${route}`).sort()).toEqual(leaves.map((route) => route?.id).sort());
  });

  it.each(leaves.map((route) => [route?.id.replace('routes/', '') ?? '', route] as const))(
    'declares each method of %s',
    (id, route) => {
      const rule = (POLICY as Record<string, { GET?: string; POST?: string }>)[id];
      expect(Boolean(rule?.GET)).toBe(Boolean(route?.module.loader));
      expect(Boolean(rule?.POST)).toBe(Boolean(route?.module.action));
    },
  );

  it.each(rules)('is asked first in every loader and action of %s', (route, methods) => {
    const file = ['.tsx', '.ts'].map((ending) => join(ROOT, `app/routes/${route}${ending}`)).find(existsSync) ?? '';
    const source = readFileSync(file, 'utf8');
    const asked =
      source.match(/await (requireActor|requireFreshActor|readVisitor|requireDemonstration)\(args, '([\w/-]+)'\)/g) ??
      [];
    // A loader and an action may share one function that asks; the doors below show that both do.
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.length).toBeLessThanOrEqual(Number(Boolean(methods.GET)) + Number(Boolean(methods.POST)));
    for (const call of asked) expect(call).toContain(`'${route}'`);
  });

  it('has no guard in a layout', () => {
    for (const route of Object.values(build.routes)) {
      if (route?.id.endsWith('/layout'))
        expect([route.module.loader, route.module.action]).toEqual([undefined, undefined]);
    }
  });
});

/** Written by hand from the design, not from the policy: who may stand at which address. */
const DOORS: readonly (readonly [pattern: RegExp, roles: readonly Role[], method?: 'POST'])[] = [
  [/^\/usaha/, ['maker']],
  [/^\/pendampingan/, ['field_officer']],
  [/^\/dinsos$/, ROLES],
  [/^\/dinsos\/angkatan\/[^/]+\/impor|^\/dinsos\/impor/, ['programme_officer']],
  [/^\/dinsos\/angkatan$/, ['programme_officer'], 'POST'],
  [/^\/dinsos\/angkatan/, ['programme_officer', 'analyst']],
  [/^\/dinsos\/(ibu|hasil\/rincian)/, ['programme_officer']],
  [/^\/dinsos\/hasil/, ['programme_officer', 'analyst']],
  [/^\/dinsos\/keuangan/, ['finance']],
  [/^\/keluar/, ROLES],
];
const site = useSite();
const cookies = new Map<Role, string>();
beforeAll(async () => {
  for (const role of ROLES) {
    const actor = role === 'maker' ? (await createMaker(site.db)).actor : await createAccount(site.db, role);
    cookies.set(role, await site.signIn(actor));
  }
});

const ID = '01890000-0000-7000-8000-000000000000';
const guarded = leaves.flatMap((route) => {
  const rule =
    (POLICY as Record<string, { GET?: string; POST?: string }>)[route?.id.replace('routes/', '') ?? ''] ?? {};
  const path = `/${route?.path ?? ''}`.replace(/:\w+/g, ID);
  return (['GET', 'POST'] as const).flatMap((method) =>
    rule[method] && rule[method] !== 'public' ? [[method, path] as const] : [],
  );
});

describe('every guarded door', () => {
  it('is one of the addresses that the design names', () => {
    for (const [, path] of guarded)
      expect(
        DOORS.some(([pattern]) => pattern.test(path)),
        path,
      ).toBe(true);
    expect(guarded.length).toBeGreaterThan(25);
    expect(Object.values(URLS).length).toBeGreaterThan(guarded.length / 2);
  });

  it.each(guarded)('%s %s', async (method, path) => {
    const door = DOORS.find(([pattern, , only]) => pattern.test(path) && (only === undefined || only === method));
    const allowed = door?.[1] ?? [];
    const ask = (as?: string, suffix = '') =>
      method === 'GET'
        ? site.fetch(path + suffix, { ...(as ? { as } : {}) })
        : site.post(path + suffix, {}, { ...(as ? { as } : {}) });
    const anonymous = await ask();
    expect(anonymous.status).toBe(302);
    expect(anonymous.headers.get('Location')).toMatch(/^\/masuk/);
    for (const role of ROLES) {
      // Signing out ends the session, which later doors still need.
      if (path === '/keluar') continue;
      const answer = await ask(cookies.get(role));
      if (allowed.includes(role)) expect(answer.status, `${role} is let in`).not.toBe(403);
      else expect(answer.status, `${role} is kept out`).toBe(403);
      expect(answer.status, `${role}`).toBeLessThan(500);
      if (!allowed.includes(role) && method === 'GET')
        expect(await (await ask(cookies.get(role), '.data')).text()).not.toMatch(/"phone"|"nik/i);
    }
  });
});
