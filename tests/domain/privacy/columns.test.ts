// Every column says how private it is (S0 public ... S3 most private): an untagged one fails here.
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const SCALARS = /^(String|Int|BigInt|Float|Decimal|Boolean|DateTime|Json|Bytes|Unsupported)\b/;
const TAG = /\/\/\/ S[0-3]\b/;

interface Column {
  name: string;
  sensitivity: string | null;
}

/** The columns of a schema text. The tag stands behind the field, or begins the line before it. */
function readColumns(schema: string): Column[] {
  const lines = schema.split('\n').map((line) => line.trim());
  const enums = new Set(lines.flatMap((line) => /^enum (\w+)/.exec(line)?.[1] ?? []));
  let model: string | null = null;
  return lines.flatMap((line, index) => {
    model = /^model (\w+) \{/.exec(line)?.[1] ?? (line === '}' ? null : model);
    const [, name, type] = /^([a-z]\w*)\s+(\w+)/.exec(line) ?? [];
    if (!model || !name || !type || !(SCALARS.test(type) || enums.has(type))) return [];
    const before = lines[index - 1] ?? '';
    const tag = TAG.exec(line) ?? (before.startsWith('///') ? TAG.exec(before) : null);
    return [{ name: `${model}.${name}`, sensitivity: tag?.[0].slice(4) ?? null }];
  });
}

const untagged = (schema: string) => readColumns(schema).flatMap((column) => (column.sensitivity ? [] : column.name));
const schema = globSync('prisma/schema/*.prisma')
  .toSorted()
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

describe('the schema', () => {
  it('has no untagged column', () => expect(untagged(schema)).toEqual([]));

  it('is read whole: as many columns as the migrations leave', () => {
    const models = [...schema.matchAll(/^model /gm)].length;
    expect(new Set(readColumns(schema).map(({ name }) => name.split('.')[0])).size).toBe(models);
  });

  it('calls everything sealed, hashed or in rupiah of a person most private', () => {
    const sensitivities = new Map(readColumns(schema).map(({ name, sensitivity }) => [name, sensitivity]));
    const private_ = [...sensitivities.keys()].filter(
      (name) =>
        /(Sealed|tokenHash|nikHash|codeHash)$/.test(name) ||
        /^(CheckIn|CashEntry|PersonMonth|Baseline)\.\w*Rupiah$/.test(name),
    );
    expect(private_.length).toBeGreaterThan(12);
    expect(private_.filter((name) => sensitivities.get(name) !== 'S3')).toEqual([]);
  });
});

describe('the reader of the schema', () => {
  it.each([
    ['a column without a tag', 'model A {\n  name String\n}', ['A.name']],
    ['an optional one', 'model A {\n  name String? @db.Text\n}', ['A.name']],
    ['a list', 'model A {\n  names String[]\n}', ['A.names']],
    ['an enum', 'enum Kind {\n  one\n}\nmodel A {\n  kind Kind\n}', ['A.kind']],
    ['a wrong class', 'model A {\n  name String /// S4\n}', ['A.name']],
    ['a tag of the line before that belongs to another column', 'model A {\n  a Int /// S1\n  b Int\n}', ['A.b']],
    ['nothing in a tagged one', 'model A {\n  name String /// S2\n}', []],
    ['nothing in one tagged above', 'model A {\n  /// S3 why\n  parts Json?\n}', []],
    [
      'nothing in relations and indexes',
      'model A {\n  b B @relation(fields: [bId])\n  cs C[]\n\n  @@index([x])\n}',
      [],
    ],
  ])('finds %s', (_, text, names) => expect(untagged(text)).toEqual(names));
});
