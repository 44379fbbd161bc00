// Protected values as canaries: no page, no data of a page, shows one to eyes that it is not for.
import { describe, expect, it } from 'vitest';
import { URLS } from '#app/urls.ts';
import type { Canary, Household } from '#tests/support/neighbourhood.ts';
import { useSite } from '#tests/support/site.ts';
import { addressOf, type Name, PARAMETERS, useVisitors, VIEWERS, type Viewer } from '#tests/support/visitors.ts';

// Outside demonstration, as with real people: there is no page that lists everybody.
const site = useSite({ settings: { DEMONSTRATION: 'false' } });
const visitors = useVisitors(site);
const { as, homes } = visitors;

/** Written by hand from the design: may these eyes see this value at this address? */
function maySee(viewer: Viewer, { kind }: Canary, home: Household, path: string): boolean {
  if (kind === 'nik') return false;
  // Who holds the link of a purchase is its buyer: what she typed, and the account she pays to.
  if (path.includes(home.token)) return kind === 'buyer' || kind === 'buyerName' || kind === 'bank';
  const { world } = visitors;
  if (viewer === 'maker') return home === world.own;
  if (viewer === 'neighbour') return home === world.near;
  if (viewer === 'officer') return home !== world.far && (kind === 'person' || kind === 'income');
  if (viewer === 'farOfficer') return home === world.far && (kind === 'person' || kind === 'income');
  if (viewer === 'programme_officer') return kind === 'person' || kind === 'income';
  return viewer === 'finance' && kind === 'buyerName';
}

const plain = (text: string) => text.replace(/(?<=\d)[.\s-](?=\d)/g, '');
/** Written on a page as typed, grouped, or with 0 for +62. */
const shows = (page: string, { text }: Canary) => page.includes(text.replace(/^\+62/, ''));

describe('canaries', () => {
  it('knows the parameters of every address', () => {
    const named = Object.entries(URLS).flatMap(([name, path]) => (path.includes(':') ? [name] : []));
    expect(Object.keys(PARAMETERS).sort()).toEqual(named.sort());
  });

  it('no protected value is shown to eyes that it is not for, on any page or its data', async () => {
    const leaks = new Set<string>();
    const seen = new Set<string>();
    for (const viewer of VIEWERS) {
      for (const name of Object.keys(URLS) as Name[]) {
        for (const path of new Set(homes().map((home) => addressOf(name, home)))) {
          for (const suffix of ['', '.data']) {
            const [pathname = '', query = ''] = path.split('?');
            const asked = pathname === '/' && suffix ? '/_root.data' : pathname + suffix;
            const answer = await site.fetch(`${asked}?${query}`, as(viewer));
            expect(answer.status, `${viewer} ${path}`).toBeLessThan(500);
            const page = plain(await answer.text());
            for (const home of homes()) {
              for (const canary of home.canaries.filter((entry) => shows(page, entry))) {
                if (maySee(viewer, canary, home, path)) seen.add(`${viewer} ${canary.kind}`);
                else leaks.add(`${viewer} ${name}${suffix} shows ${canary.kind} ${canary.text}`);
              }
            }
          }
        }
      }
    }
    expect([...leaks]).toEqual([]);
    // The net is whole: each kind was caught where it may be.
    for (const caught of ['maker person', 'maker income', 'maker bank', 'maker buyer', 'officer person'])
      expect(seen, caught).toContain(caught);
    for (const caught of ['programme_officer person', 'programme_officer income', 'anonymous buyer'])
      expect(seen, caught).toContain(caught);
  }, 240_000);
});
