// What an English page still shows in Indonesian: a sentence that stands on both faces of a page and is neither a name nor a figure.
import type { Database } from '#app/domain/database.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const SHORT_MONTHS = MONTHS.map((name) => name.slice(0, 3));
/** Words that are the same in both languages, beside names and figures. */
const ALIKE =
  'Keset Kita|WhatsApp|Bank|NIK|Ramadan|Administrator|Total|Zigzag|oval|accounts.json|outbox.json|KK|KP|Rp|WIB|RT|RW|cm';
const SAME_IN_BOTH = new RegExp(`\\b(${[ALIKE, ...MONTHS, ...SHORT_MONTHS].join('|')})\\b`, 'g');
const ADDRESS = /^(Jl|Kp)\. [A-Z]/;
const SPOKEN = /(?:aria-label|placeholder|alt)="([^"]*)"/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" };

/** Text between tags and what a screen reader says, piece by piece, without what is marked as somebody's own words. */
function shownTexts(html: string): string[] {
  const page = html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<(\w+)[^>]*\btranslate="no"[^>]*>[\s\S]*?<\/\1>/g, '');
  const texts = [...page.split(/<[^>]*>/), ...[...page.matchAll(SPOKEN)].map((match) => match[1] ?? '')];
  return texts.map((text) => plain(text.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)));
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Every string that the database holds, the leaves of JSON among them: names and words that are kept, not said by the site. */
export async function readKeptWords(db: Database): Promise<Set<string>> {
  const kept = new Set<string>();
  const columns = await db.$queryRaw<{ name: string; of: string }[]>`
    SELECT column_name AS name, table_name AS of FROM information_schema.columns
    WHERE table_schema = 'public' AND data_type IN ('text', 'jsonb')`;
  for (const { name, of } of columns) {
    const rows = await db.$queryRawUnsafe<{ value: unknown }[]>(`SELECT DISTINCT "${name}" AS value FROM "${of}"`);
    gather(rows, kept);
  }
  return kept;
}

function gather(value: unknown, kept: Set<string>): void {
  if (typeof value === 'string') kept.add(plain(value));
  else if (value && typeof value === 'object') for (const part of Object.values(value)) gather(part, kept);
}

export function listLeftovers(indonesian: string, english: string, kept: ReadonlySet<string>): string[] {
  const isKept = (text: string) =>
    kept.has(text) || ADDRESS.test(text) || !/\p{L}{2}/u.test(text.replace(SAME_IN_BOTH, ''));
  // A line of several names is taken apart at its marks.
  const isLine = (line: string) =>
    line
      .split(' · ')
      .map((part) => part.replace(/^\d+ × /, '').trim())
      .every((part) => isKept(part) || part.split(/[,:;()]/).every((piece) => isKept(piece.trim())));
  const before = new Set(shownTexts(indonesian));
  return [...new Set(shownTexts(english))].filter((text) => before.has(text) && !isLine(text));
}
