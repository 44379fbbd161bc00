// What people write into the cells of a participant list, made regular. Each rule keeps its doubt as a remark; none blocks.
import parsePhoneNumber from 'libphonenumber-js/min';
import { parseRupiah } from '../money.ts';

export type CellRemark =
  | 'nikBlank'
  | 'nikBroken'
  | 'nikDate'
  | 'phoneBlank'
  | 'phoneBroken'
  | 'birthBlank'
  | 'birthBroken'
  | 'areaUnknown'
  | 'incomeUnclear';

/** `081200001001`, `62 812-0000-1003`, `81200001005`, `0812.0000.1006 (WA)` -> `+6281200001001`; `-` or blank -> null. */
export function readPhone(text: string): { phone: string | null; remarks: CellRemark[] } {
  const digits = text.replace(/\(.*?\)/g, '').replace(/[^\d+]/g, '');
  if (digits === '') return { phone: null, remarks: ['phoneBlank'] };
  const withCountry = digits.startsWith('8') ? `0${digits}` : /^62/.test(digits) ? `+${digits}` : digits;
  const parsed = parsePhoneNumber(withCountry, 'ID');
  return parsed?.isPossible() && parsed.country === 'ID'
    ? { phone: parsed.number, remarks: [] }
    : { phone: null, remarks: ['phoneBroken'] };
}

/** `Ny. SITI HARTATI , S.Pd` -> `Siti Hartati`. */
export function readName(text: string): string {
  return text
    .replace(/^\s*(ny|nyonya|ibu|hj)\.?\s+/i, '')
    .replace(/\s*,\s*[A-Za-z]+\.?\s?[A-Za-z]*\.?\s*$/, '')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .replace(/(^|[\s'-])\p{L}/gu, (start) => start.toUpperCase());
}

const MONTHS = [
  'januari',
  'februari',
  'maret',
  'april',
  'mei',
  'juni',
  'juli',
  'agustus',
  'september',
  'oktober',
  'november',
  'desember',
];

/** `Tangerang, 16 Januari 1998`, `14-07-1988`, `23/7/87`, `1966-09-19` -> `YYYY-MM-DD`. Two-digit years are 19xx. */
export function readBirth(text: string): { birthOn: string | null; remarks: CellRemark[] } {
  const date = text.includes(',') ? text.slice(text.lastIndexOf(',') + 1).trim() : text.trim();
  if (date === '' || date === '-') return { birthOn: null, remarks: ['birthBlank'] };
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(date);
  const numeric = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4})$/.exec(date);
  const worded = /^(\d{1,2})\s+([a-z]+)\s+(\d{4})$/i.exec(date);
  const parts = iso
    ? [iso[1], iso[2], iso[3]]
    : numeric
      ? [numeric[3], numeric[2], numeric[1]]
      : worded
        ? [worded[3], String(MONTHS.indexOf((worded[2] ?? '').toLowerCase()) + 1), worded[1]]
        : null;
  const birthOn = parts ? toDay(parts.map(Number)) : null;
  return birthOn ? { birthOn, remarks: [] } : { birthOn: null, remarks: ['birthBroken'] };
}

function toDay([year = 0, month = 0, day = 0]: number[]): string | null {
  const full = year < 100 ? 1900 + year : year;
  const date = new Date(Date.UTC(full, month - 1, day));
  const isReal = date.getUTCFullYear() === full && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}

/**
 * 16 digits; day plus 40 for women. A mismatch warns and never blocks: a NIK does not follow a move, and offices mistype.
 * A broken one is kept as written and not used for recognising a person.
 */
export function readNik(text: string, birthOn: string | null): { nik: string | null; remarks: CellRemark[] } {
  const digits = text.replace(/\D/g, '');
  if (digits === '') return { nik: null, remarks: ['nikBlank'] };
  if (digits.length !== 16) return { nik: null, remarks: ['nikBroken'] };
  const birth = birthOn ? `${String(Number(birthOn.slice(8)) + 40)}${birthOn.slice(5, 7)}${birthOn.slice(2, 4)}` : null;
  return { nik: digits, remarks: birth !== null && digits.slice(6, 12) !== birth ? ['nikDate'] : [] };
}

export interface AreaName {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Letters only, so that `KARANG SARI`, `Karangsari` and `Cikokol ` are what they mean. */
export function readArea(
  text: string,
  villages: readonly AreaName[],
): { areaCode: string | null; remarks: CellRemark[] } {
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');
  const wanted = plain(text);
  const found = villages.find((village) => [village.name, ...village.aliases].some((name) => plain(name) === wanted));
  return found ? { areaCode: found.code, remarks: [] } : { areaCode: null, remarks: ['areaUnknown'] };
}

/** Missing is never zero: `Tidak tentu` and blank are null, `Rp. 0,-` is 0. */
export function readIncome(text: string): { rupiah: number | null; remarks: CellRemark[] } {
  const rupiah = parseRupiah(text);
  return { rupiah, remarks: rupiah === null ? ['incomeUnclear'] : [] };
}

/** `3 org` -> 3. */
export function readCount(text: string): number | null {
  const count = /^\d{1,2}/.exec(text.trim())?.[0];
  return count === undefined ? null : Number(count);
}
