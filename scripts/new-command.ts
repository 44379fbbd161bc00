// npm run new:command orders refund-order: writes app/domain/orders/refund-order.server.ts and its mirrored test. The test runs
// and fails until the rule is written.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './prepare.ts';

const KEBAB = /^[a-z]+(-[a-z]+)*$/;

/** Paths of the two files, relative to `root`. Throws, and writes nothing, when a name is wrong or a file exists. */
export function writeCommand(root: string, noun: string, verbNoun: string): [command: string, test: string] {
  if (!KEBAB.test(noun)) throw new Error(`the noun is a plural folder name such as orders, not ${noun}`);
  if (!KEBAB.test(verbNoun) || !verbNoun.includes('-'))
    throw new Error(`a command is a verb and a noun such as refund-order, not ${verbNoun}`);
  const files = [
    [`app/domain/${noun}/${verbNoun}.server.ts`, commandText(verbNoun)],
    [`tests/domain/${noun}/${verbNoun}.test.ts`, testText(noun, verbNoun)],
  ] as const;
  for (const [path] of files) if (existsSync(join(root, path))) throw new Error(`${path} exists already`);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return [files[0][0], files[1][0]];
}

const toPascal = (kebab: string) => kebab.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

function commandText(verbNoun: string): string {
  const type = toPascal(verbNoun);
  const name = type.charAt(0).toLowerCase() + type.slice(1);
  return `// Say in one sentence what this command does, and what it never does.
import type { Actor } from '../access/actor.ts';
import { type Database, inTransaction } from '../database.ts';
import { recordEvent } from '../events/record-event.server.ts';
import { failure, type Result, success } from '../result.ts';

export interface ${type}Input {
  readonly id: string;
}

export async function ${name}(
  db: Database,
  { actor, input, now }: { actor: Actor; input: ${type}Input; now: Date },
): Promise<Result<{ id: string }, 'forbidden'>> {
  // Who may: ask \`can(actor, ability)\` or look for the row within her own.
  if (actor.kind === 'anonymous') return failure('forbidden');
  return inTransaction(db, async (tx) => {
    await recordEvent(tx, { actor, now, kind: '${verbNoun.replace(/^([a-z]+)-(.+)$/, '$2.$1')}', subject: ['${verbNoun.replace(/^[a-z]+-/, '')}', input.id] });
    return success({ id: input.id });
  });
}
`;
}

function testText(noun: string, verbNoun: string): string {
  const type = toPascal(verbNoun);
  const name = type.charAt(0).toLowerCase() + type.slice(1);
  return `// ${type} on real PostgreSQL: who may, what changes, what is refused.
import { describe, expect, it } from 'vitest';
import { ${name} } from '#app/domain/${noun}/${verbNoun}.server.ts';
import { NOW, SYSTEM } from '#tests/support/fixtures.ts';
import { useTestDatabase } from '#tests/support/test-database.ts';

const test = useTestDatabase();
const id = '00000000-0000-7000-8000-000000000000';

describe('${name}', () => {
  it('is refused to a visitor', async () => {
    const done = await ${name}(test.db, { actor: { kind: 'anonymous' }, input: { id }, now: NOW });
    expect(done).toMatchObject({ ok: false, code: 'forbidden' });
    expect(await test.db.event.count()).toBe(0);
  });

  it('changes what it promises', async () => {
    const done = await ${name}(test.db, { actor: SYSTEM, input: { id }, now: NOW });
    expect(done).toEqual({ ok: true, value: { id } });
    expect.fail('write the rule, and say here which rows it changes');
  });
});
`;
}

if (import.meta.main) {
  try {
    const [noun = '', verbNoun = ''] = process.argv.slice(2);
    for (const path of writeCommand(ROOT, noun, verbNoun)) process.stdout.write(`${path}\n`);
  } catch (error) {
    process.stderr.write(
      `${error instanceof Error ? error.message : error}\nusage: npm run new:command <nouns> <verb-noun>\n`,
    );
    process.exit(2);
  }
}
