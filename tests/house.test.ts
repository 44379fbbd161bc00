// The rules of the house that no other check holds: sizes, names, heads of files, and what a route may not do.
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ROOT } from './support/site.ts';

const FILES = globSync(
  ['app/**/*.{ts,tsx}', 'bench/**/*.ts', 'prisma/seed/**/*.ts', 'scripts/**/*.{ts,mjs}', 'tests/**/*.ts'],
  {
    cwd: ROOT,
    exclude: ['app/generated/**'],
  },
).map((path) => {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return { path, text, lines: text.split('\n').length - 1 };
});
const ROUTES = FILES.filter(({ path }) => path.startsWith('app/routes/'));
const MOST_LINES = 250;
const MOST_FILES = 15;
const MOST_FUNCTION_LINES = 50;

const offenders = (files: typeof FILES, isWrong: (file: (typeof FILES)[number]) => boolean) =>
  files.filter(isWrong).map(({ path, lines }) => `${path} (${lines} lines)`);

/**
 * Functions, components and methods that are too long, from their first to their last line. Not counted are the callbacks of
 * `describe` and `it`: the one is a chapter, the other a story told in order; nobody calls them. Tables are no functions either,
 * nor are functions that only return one.
 */
function longFunctions({ path, text, lines }: (typeof FILES)[number]): string[] {
  if (lines <= MOST_FUNCTION_LINES) return [];
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body && !isChapter(node, source) && !isTable(node.body)) {
      const first = lineOf(node.getStart(source));
      const length = lineOf(node.end) - first + 1;
      if (length > MOST_FUNCTION_LINES) found.push(`${path}:${first} (${length} lines)`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** A callback of `describe` or `it`, also of `describe.each([…])`. */
const isChapter = ({ parent }: ts.Node, source: ts.SourceFile) =>
  ts.isCallExpression(parent) && /^(describe|it)\b/.test(parent.expression.getText(source));

/** `() => ({ … })` and `() => […]`. */
const isTable = (body: ts.Node): boolean =>
  ts.isParenthesizedExpression(body)
    ? isTable(body.expression)
    : ts.isObjectLiteralExpression(body) || ts.isArrayLiteralExpression(body);

it('finds the files', () => {
  expect(FILES.length).toBeGreaterThan(400);
  expect(ROUTES.length).toBeGreaterThan(50);
});

describe('every file', () => {
  it(`has at most ${MOST_LINES} lines`, () => {
    expect(offenders(FILES, ({ lines }) => lines > MOST_LINES)).toEqual([]);
  });

  it(`is in a folder of at most ${MOST_FILES}`, () => {
    const folders = Object.entries(Object.groupBy(FILES, ({ path }) => dirname(path)));
    expect(folders.filter(([, files]) => (files?.length ?? 0) > MOST_FILES).map(([folder]) => folder)).toEqual([]);
  });

  it('says at its head what it owns', () => {
    expect(offenders(FILES, ({ text }) => !/^(#!.*\n)?(\/\/|\/\*\*)/.test(text))).toEqual([]);
  });

  it('is named in kebab-case, and for what it is', () => {
    expect(
      offenders(
        FILES,
        ({ path }) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.(server|test|client))?\.(tsx?|mjs)$/.test(basename(path)),
      ),
    ).toEqual([]);
    expect(
      offenders(FILES, ({ path }) =>
        /(^|[/-])(service\.|helpers?|utils?|manager|common)/.test(path.replace(/^.*app\/services\//, '')),
      ),
    ).toEqual([]);
  });

  it('leaves nothing for later', () => {
    expect(
      offenders(
        FILES,
        ({ path, text }) =>
          path !== 'tests/house.test.ts' && /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|nocheck)/.test(text),
      ),
    ).toEqual([]);
  });
});

describe('every function', () => {
  it(`has at most ${MOST_FUNCTION_LINES} lines`, () => {
    expect(FILES.flatMap(longFunctions)).toEqual([]);
  });

  it('is measured, whatever its form', () => {
    const measured = (head: string, tail: string, line = '  step();') => {
      const text = `${head}\n${`${line}\n`.repeat(MOST_FUNCTION_LINES)}${tail}\n`;
      return longFunctions({ path: 'sample.ts', text, lines: text.split('\n').length - 1 });
    };
    for (const [head, tail] of [
      ['function walk() {', '}'],
      ['const walk = async () => {', '};'],
      ['class Walk { go() {', '} }'],
      ['const walk = { go() {', '} };'],
      ["describe('walks', () => { const walk = () => {", '}; });'],
    ] as const)
      expect(measured(head, tail)).toEqual(['sample.ts:1 (52 lines)']);
    expect(measured("describe.each([1])('walks', () => {", '});')).toEqual([]);
    expect(measured("it('walks', async () => {", '});')).toEqual([]);
    expect(measured('const table = () => ([', ']);', '  step(),')).toEqual([]);
  });
});

describe('every route', () => {
  it('catches nothing and asks the database for nothing', () => {
    expect(offenders(ROUTES, ({ text }) => /\bcatch\s*[({]/.test(text))).toEqual([]);
    expect(
      offenders(ROUTES, ({ text }) =>
        /\b(db|tx)\.(\$\w+|[a-z]\w+\.(find|create|update|delete|count|upsert|aggregate|groupBy))/.test(text),
      ),
    ).toEqual([]);
  });

  it('has its parts in the order meta, loader, action, page', () => {
    const places = (text: string) =>
      [
        /export const meta\b/,
        /export (async )?function loader\b/,
        /export (async )?function action\b/,
        /export default\b/,
      ]
        .map((part) => text.search(part))
        .filter((place) => place >= 0);
    expect(
      offenders(ROUTES, ({ text }) => places(text).some((place, index, all) => place < (all[index - 1] ?? 0))),
    ).toEqual([]);
  });
});

describe('the domain', () => {
  const commands = FILES.filter(({ path }) => path.startsWith('app/domain/') && path.endsWith('.server.ts'));

  it('knows no clock and no setting', () => {
    const pure = FILES.filter(({ path }) => path.startsWith('app/domain/'));
    expect(offenders(pure, ({ text }) => /\bDate\.now\(\)|\bnew Date\(\)|process\.env/.test(text))).toEqual([]);
    expect(commands.length).toBeGreaterThan(60);
  });
});
