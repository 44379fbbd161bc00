// Text of a list as spreadsheets export it: whatever its letters are coded in and its cells are separated by.
import { parse } from 'csv-parse/sync';

const SEPARATORS = [';', ',', '\t'] as const;
type Separator = (typeof SEPARATORS)[number];

/** Lines that are looked at to find the separator: a letterhead above the table has none, or commas of an address. */
const LOOKED_AT = 60;

/** At most `most` lines, blank ones too, so that a row has the number that a spreadsheet shows. Null when it is no text. */
export function readSeparated(bytes: Uint8Array, most: number): (string | null)[][] | null {
  const text = decode(bytes);
  if (text === null) return null;
  // Excel writes this line for itself.
  const told = /^sep=([;,\t])\r?\n/i.exec(text);
  const delimiter = (told?.[1] as Separator | undefined) ?? findSeparator(text);
  try {
    const rows: string[][] = parse(text.slice(told?.[0].length ?? 0), {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      to: most,
    });
    return rows.map((row) => row.map((cell) => (cell === '' ? null : cell)));
  } catch {
    // A quote that never closes: not a list that anybody can read row by row.
    return null;
  }
}

/** UTF-8 and UTF-16 by their byte order mark, else UTF-8 where it is valid, else what Windows writes by default. */
function decode(bytes: Uint8Array): string | null {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  // A picture or a program has control characters; a list has tabs and line ends.
  return /[^\P{Cc}\t\n\r]/u.test(text) ? null : text;
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The one met most often outside quotes in the first lines. A quote opens only at the beginning of a cell. */
function findSeparator(text: string): Separator {
  const counts: Record<Separator, number> = { ';': 0, ',': 0, '\t': 0 };
  let isQuoted = false;
  let before = '\n';
  let lines = 0;
  for (const letter of text) {
    const startsCell = before === '\n' || before === '\r' || before in counts;
    if (letter === '"' && (isQuoted || startsCell)) isQuoted = !isQuoted;
    else if (!isQuoted && letter in counts) counts[letter as Separator] += 1;
    else if (!isQuoted && letter === '\n' && ++lines >= LOOKED_AT) break;
    before = letter;
  }
  return SEPARATORS.reduce((best, separator) => (counts[separator] > counts[best] ? separator : best));
}
