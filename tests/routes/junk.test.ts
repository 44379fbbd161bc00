// Rubbish in every field of every form, by everybody: answered kindly, never with an error of ours, and nothing is changed by it.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '#app/domain/access/roles.ts';
import { POLICY } from '#app/policy.ts';
import { URLS } from '#app/urls.ts';
import { createAccount, createMaker, ID_OF_NOBODY } from '#tests/support/fixtures.ts';
import { type Filled, FORM_NAMES, type FormName, fillForms, sendFilled } from '#tests/support/samples/filled-forms.ts';
import { ROOT, useSite } from '#tests/support/site.ts';

const site = useSite();
const ID = '01890000-0000-7000-8000-000000000000';

/** Every field name that a form or a schema of the site has. */
const FIELDS = [
  ...new Set(
    globSync('app/{routes,ui,domain,server}/**/*.{ts,tsx}', { cwd: ROOT }).flatMap((path) => {
      const source = readFileSync(join(ROOT, path), 'utf8');
      return [...source.matchAll(/name="([\w-]+)"|^\s+(\w+): z\b|form\.get\('([\w-]+)'\)/gm)].map(
        (match) => match[1] ?? match[2] ?? match[3] ?? '',
      );
    }),
  ),
  `kirim-${ID}`,
  'ongkir-36.71.10.1002',
  `baris-${ID}`,
].filter(Boolean);

const JUNK: readonly (readonly [name: string, value: string])[] = [
  ['nothing', ''],
  ['blanks', '   '],
  ['a negative number', '-1'],
  ['a number too large for the database', '99999999999999999999'],
  ['half a number', '1e309'],
  ['a letter', 'x'],
  ['markup', '<script>alert(1)</script>'],
  ['a quote for the database', `'; drop table "Person"; --`],
  ['a byte that text columns refuse', 'a\u0000b'],
  ['half a character', '\ud800'],
  ['an id of nobody', ID],
  ['ten thousand letters', 'a'.repeat(10_000 / FIELDS.length)],
  ['a date that is none', '2026-02-31'],
];

const PATHS = Object.entries(URLS).map(([name, path]) => [name, path.replace(/:\w+/g, ID)] as const);
const cookies: string[] = [''];
beforeAll(async () => {
  for (const role of ROLES) {
    const actor = role === 'maker' ? (await createMaker(site.db)).actor : await createAccount(site.db, role);
    cookies.push(await site.signIn(actor));
  }
});

it('knows the fields', () => {
  expect(FIELDS.length).toBeGreaterThan(40);
  expect(Object.keys(POLICY).length).toBeGreaterThan(40);
});

it.each(JUNK)('%s', async (_, value) => {
  const people = await site.db.person.count();
  const broken: string[] = [];
  for (const [name, path] of PATHS) {
    if (name === 'signOut') continue;
    for (const as of cookies) {
      const body = Object.fromEntries(FIELDS.map((field) => [field, value]));
      const answer = await site.post(path, body, as ? { as } : {});
      if (answer.status >= 500) broken.push(`${name} ${answer.status}`);
      await answer.arrayBuffer();
    }
  }
  expect([...new Set(broken)]).toEqual([]);
  expect(await site.db.person.count()).toBe(people);
});

it('rubbish in the address', async () => {
  const broken: string[] = [];
  for (const query of [
    '?urut=x&ukuran=x&warna=%00&kata=%27&harga=-1&setelah=x',
    '?bulan=x&angkatan=%00&kelurahan=1',
    '?sesi=%00',
    '?telepon=%00&lanjut=//evil',
    '?kata=%F0%28%8C%28',
    '?pesanan=x',
  ]) {
    for (const [name, path] of PATHS) {
      for (const as of cookies) {
        const answer = await site.fetch(path + query, as ? { as } : {});
        if (answer.status >= 500) broken.push(`${name}${query} ${answer.status}`);
        await answer.arrayBuffer();
      }
    }
  }
  expect([...new Set(broken)]).toEqual([]);
});

/** Well-formed, and nobody's: what passes a form's shape and meets the database alone among right values. */
const NEAR_RIGHT = [
  ID_OF_NOBODY,
  '99.99.99.9999',
  '36.71.01.1005',
  '0',
  '2147483648',
  '9007199254740993',
  '0001-01-01',
  '2026-13',
  'a\u0000b',
];
const FIELDS_OF_NOBODY = ['ongkir-99.99.99.9999', 'ongkir-36.71.10.0000', `kirim-${ID}`, `alamat-${ID}`, `baris-${ID}`];
const HOSTILE_NAMES = [
  'a\u0000b.csv',
  '../../etc/passwd',
  'C:\\Windows\\x.csv',
  '\u202evsc.exe',
  `${'x'.repeat(3_000)}.csv`,
  '\ud800.csv',
  '"; filename="b.csv',
  'a\r\nb.csv',
  '.',
];

let forms: Record<FormName, Filled>;
beforeAll(async () => {
  forms = await fillForms(site);
});

describe('filled in rightly but for one field, which names what nobody has', () => {
  it.each(FORM_NAMES)('%s', async (name) => {
    const right = forms[name];
    // It reaches its command, and is taken where it can be.
    const first = await sendFilled(site, right);
    expect(first.status < 400).toBe(!right.isRefused);
    const broken: string[] = [];
    for (const field of [...Object.keys(right.fields), ...FIELDS_OF_NOBODY]) {
      for (const value of NEAR_RIGHT) {
        const answer = await sendFilled(site, { ...right, fields: { ...right.fields, [field]: value } });
        if (answer.status >= 500) broken.push(`${field}=${JSON.stringify(value)} ${answer.status}`);
        await answer.arrayBuffer();
      }
    }
    expect(broken).toEqual([]);
  });
});

it('a file under a name that no file should have', async () => {
  const broken: string[] = [];
  for (const name of FORM_NAMES.filter((form) => forms[form].file)) {
    for (const fileName of HOSTILE_NAMES) {
      const answer = await sendFilled(site, forms[name], fileName);
      if (answer.status >= 500) broken.push(`${name}: ${JSON.stringify(fileName)} ${answer.status}`);
      await answer.arrayBuffer();
    }
  }
  expect(broken).toEqual([]);
  const kept = await site.db.participantImport.findMany({ select: { fileName: true } });
  expect(kept.length).toBeGreaterThan(HOSTILE_NAMES.length);
  expect(kept.filter(({ fileName }) => /[\p{C}\\/]/u.test(fileName) || fileName.length > 120)).toEqual([]);
});
