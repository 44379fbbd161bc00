// THIRD_PARTY_NOTICES.md names what the lock file ships.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writeNotices } from '#scripts/notices.ts';
import { ROOT } from '#tests/support/site.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

describe('third-party notices', () => {
  const written = writeNotices(ROOT);

  it('are what npm run notices writes today', () => {
    expect(hash(readFileSync(`${ROOT}/THIRD_PARTY_NOTICES.md`, 'utf8'))).toBe(hash(written));
  });

  it('name every production dependency with its licence, and no tool', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8'));
    for (const [name, version] of Object.entries(dependencies)) expect(written).toContain(`## ${name} ${version}\n`);
    expect(written).not.toContain(`## vitest ${devDependencies.vitest}\n`);
    expect(written).not.toContain('Licence: not stated');
  });
});
