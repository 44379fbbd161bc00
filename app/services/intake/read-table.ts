// Bytes of a list as an office sends it (xlsx or CSV) -> plain cells. Knows nothing of what the columns mean.
import readWorkbook from 'read-excel-file/node';
import { readSeparated } from './read-separated.ts';

export type Cell = string | number | null;
export type TableResult =
  | { ok: true; rows: Cell[][] }
  | { ok: false; reason: 'listEmpty' | 'listTooLarge' | 'notAList' };

const MOST_BYTES = 5 * 1024 * 1024;
const MOST_UNPACKED_BYTES = 50 * 1024 * 1024;
const MOST_ROWS = 5_000;

/** The first sheet of a workbook, or the lines of a text file. What cannot be read is refused with a reason, never thrown. */
export async function readTable(bytes: Uint8Array): Promise<TableResult> {
  if (bytes.byteLength === 0) return { ok: false, reason: 'listEmpty' };
  if (bytes.byteLength > MOST_BYTES) return { ok: false, reason: 'listTooLarge' };
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const rows = isZip ? await readSheet(bytes) : readSeparated(bytes, MOST_ROWS + 1);
  if (rows === 'tooLarge' || (rows !== null && rows.length > MOST_ROWS)) return { ok: false, reason: 'listTooLarge' };
  if (rows === null) return { ok: false, reason: 'notAList' };
  return rows.every((row) => row.every((cell) => cell === null))
    ? { ok: false, reason: 'listEmpty' }
    : { ok: true, rows };
}

async function readSheet(bytes: Uint8Array): Promise<Cell[][] | 'tooLarge' | null> {
  if (unpackedSize(bytes) > MOST_UNPACKED_BYTES) return 'tooLarge';
  try {
    const [sheet] = await readWorkbook(Buffer.from(bytes));
    return (sheet?.data ?? []).map((row) => row.map(toCell));
  } catch {
    // A zip that is no workbook, or a broken one: the reader throws what it likes; to the sender it is one thing.
    return null;
  }
}

/** Sum of the sizes that the zip's central directory declares (APPNOTE 4.3.12): a bomb is known before it is unpacked. */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = 0;
  for (let at = 0; at + 46 <= bytes.byteLength; at++) {
    if (view.getUint32(at, true) === 0x02014b50) sum += view.getUint32(at + 24, true);
  }
  return sum;
}

function toCell(value: unknown): Cell {
  if (value === null || value === undefined || value === '') return null;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'number' ? value : String(value);
}
