// The licences of what is shipped, from package-lock.json and node_modules. The same lock file gives the same text on any machine.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface LockedPackage {
  version?: string;
  dev?: boolean;
  devOptional?: boolean;
  optional?: boolean;
  link?: boolean;
  license?: string;
}

const HEAD_LINES = 12;
const LICENCE_FILE = /^(licen[cs]e|copying)([.-].*)?$/i;

/**
 * Packages for other systems (`optional`) are named with the licence of the lock file only: their files are not on this
 * machine, and the text must not depend on the machine.
 */
export function writeNotices(root: string): string {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  const notices = new Map<string, string>();
  for (const [path, locked] of Object.entries(lock.packages)) {
    if (!path || locked.dev || locked.devOptional || locked.link) continue;
    const title = `${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)} ${locked.version ?? ''}`;
    notices.set(title, writeNotice(title, join(root, path), locked));
  }
  const titles = [...notices.keys()].sort((a, b) => (a < b ? -1 : 1));
  return [
    '# Third-party notices',
    '',
    `Keset Kita stands on ${titles.length} packages. Written by \`npm run notices\`; do not edit. The whole text of each licence is in its package.`,
    '',
    ...titles.map((title) => notices.get(title)),
  ].join('\n');
}

function writeNotice(title: string, directory: string, locked: LockedPackage): string {
  const lines = [`## ${title}`, '', `Licence: ${licenceOf(directory, locked)}`, ''];
  const head = locked.optional ? null : readHead(directory);
  return [...lines, ...(head ? ['```text', head, '```', ''] : [])].join('\n');
}

function licenceOf(directory: string, locked: LockedPackage): string {
  if (locked.license) return locked.license;
  const file = join(directory, 'package.json');
  if (locked.optional || !existsSync(file)) return 'not stated';
  const { license } = JSON.parse(readFileSync(file, 'utf8')) as { license?: string | { type?: string } };
  return (typeof license === 'string' ? license : license?.type) ?? 'not stated';
}

/** The first lines of the licence file, with its copyright. */
function readHead(directory: string): string | null {
  const name = existsSync(directory)
    ? readdirSync(directory)
        .filter((file) => LICENCE_FILE.test(file))
        .sort()[0]
    : undefined;
  if (!name) return null;
  const lines = readFileSync(join(directory, name), 'utf8')
    .split(/\r?\n/)
    .map((line) => line.trimEnd().replaceAll('```', "'''"))
    .filter(Boolean);
  return lines.slice(0, HEAD_LINES).join('\n');
}
