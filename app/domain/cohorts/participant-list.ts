// Finds the table in a list (under a letterhead, with a heading of one or two rows) and reads its rows.
import {
  type AreaName,
  type CellRemark,
  readArea,
  readBirth,
  readCount,
  readIncome,
  readName,
  readNik,
  readPhone,
} from './participant-cells.ts';

type Cell = string | number | null;

const HEADINGS = {
  name: /^nama/,
  nik: /^nik/,
  birth: /(tanggal|tgl)\.? lahir/,
  street: /kampung|jalan|^alamat$/,
  rtRw: /^rt ?\/ ?rw$/,
  rt: /^rt$/,
  rw: /^rw$/,
  village: /^kelurahan$/,
  phone: /no\.? ?hp|telepon|telp/,
  education: /pendidikan/,
  occupation: /pekerjaan/,
  dependants: /tanggungan/,
  income: /penghasilan/,
  criterion: /keterangan/,
  family: /status keluarga/,
  decile: /desil/,
  aid: /bansos/,
} as const;
type Field = keyof typeof HEADINGS;

export interface Participant {
  readonly rowNumber: number;
  /** Every filled cell exactly as written, by its heading. */
  readonly asWritten: Readonly<Record<string, string>>;
  readonly name: string;
  readonly nik: string | null;
  readonly birthOn: string | null;
  readonly phone: string | null;
  readonly areaCode: string | null;
  readonly address: string | null;
  readonly education: string | null;
  readonly occupation: string | null;
  readonly dependants: number | null;
  readonly incomeRupiah: number | null;
  readonly incomeAsWritten: string | null;
  readonly criterion: string | null;
  readonly isHouseholdHead: boolean | null;
  readonly welfareDecile: number | null;
  readonly remarks: readonly CellRemark[];
}

const HEADING_ROWS = 30;

/** Null when no heading with a name and two more known columns is found in the first 30 rows. */
export function readParticipants(
  rows: readonly (readonly Cell[])[],
  villages: readonly AreaName[],
): Participant[] | null {
  const heading = findHeading(rows);
  if (!heading) return null;
  const participants: Participant[] = [];
  for (const [index, row] of rows.entries()) {
    if (index <= heading.lastRow) continue;
    const text = (field: Field) => cellText(row[heading.columns[field] ?? -1]);
    // A village's name across the row, a total, a signature: none has a name beside something that tells a person.
    if (
      text('name') === '' ||
      /^(jumlah|total)\b/i.test(text('name')) ||
      [text('nik'), text('birth'), text('phone')].every((cell) => cell === '')
    )
      continue;
    participants.push(readRow(index + 1, row, heading, text, villages));
  }
  return participants;
}

interface Heading {
  readonly columns: Partial<Record<Field, number>>;
  readonly names: readonly string[];
  readonly lastRow: number;
}

function findHeading(rows: readonly (readonly Cell[])[]): Heading | null {
  for (let first = 0; first < Math.min(rows.length, HEADING_ROWS); first++) {
    const upper = (rows[first] ?? []).map((cell) => cellText(cell).toLowerCase());
    if (!upper.some((cell) => HEADINGS.name.test(cell))) continue;
    const below = (rows[first + 1] ?? []).map((cell) => cellText(cell).toLowerCase());
    const hasSecondRow =
      below.some((cell) => HEADINGS.village.test(cell) || HEADINGS.rtRw.test(cell)) &&
      !below.some((cell) => /\d{6}/.test(cell));
    const names = upper.map((cell, column) => (hasSecondRow && below[column] ? below[column] : cell));
    for (let column = upper.length; hasSecondRow && column < below.length; column++) names.push(below[column] ?? '');
    const columns: Partial<Record<Field, number>> = {};
    for (const field of Object.keys(HEADINGS) as Field[]) {
      const column = names.findIndex((name) => HEADINGS[field].test(name));
      if (column >= 0) columns[field] = column;
    }
    if (Object.keys(columns).length >= 3) return { columns, names, lastRow: first + (hasSecondRow ? 1 : 0) };
  }
  return null;
}

function readRow(
  rowNumber: number,
  row: readonly Cell[],
  heading: Heading,
  text: (field: Field) => string,
  villages: readonly AreaName[],
): Participant {
  const birth = readBirth(text('birth'));
  const nik = readNik(text('nik'), birth.birthOn);
  const phone = readPhone(text('phone'));
  const area = readArea(text('village'), villages);
  const income = heading.columns.income === undefined ? { rupiah: null, remarks: [] } : readIncome(text('income'));
  const asWritten = Object.fromEntries(
    heading.names
      .map((name, column) => [name || `kolom ${column + 1}`, cellText(row[column])] as const)
      .filter(([, value]) => value !== ''),
  );
  return {
    rowNumber,
    asWritten,
    name: readName(text('name')),
    nik: nik.nik,
    birthOn: birth.birthOn,
    phone: phone.phone,
    areaCode: area.areaCode,
    address: readAddress(text),
    education: text('education') || null,
    occupation: text('occupation') || null,
    dependants: readCount(text('dependants')),
    incomeRupiah: income.rupiah,
    incomeAsWritten: text('income') || null,
    criterion: text('criterion') || null,
    isHouseholdHead: text('family') ? /kepala/i.test(text('family')) : null,
    welfareDecile: readCount(text('decile')),
    remarks: [...nik.remarks, ...birth.remarks, ...phone.remarks, ...area.remarks, ...income.remarks],
  };
}

/** `Kp. Baru No. 6, RT 03/RW 09`. */
function readAddress(text: (field: Field) => string): string | null {
  const [rt, rw] = text('rtRw') ? text('rtRw').split('/') : [text('rt'), text('rw')];
  const block = rt && rw ? `RT ${rt.trim().padStart(2, '0')}/RW ${rw.trim().padStart(2, '0')}` : '';
  return [text('street'), block].filter(Boolean).join(', ') || null;
}

/** Numbers stored as text, text stored as numbers, an apostrophe before a long number, a line break inside a cell. */
function cellText(cell: Cell | undefined): string {
  return cell === null || cell === undefined
    ? ''
    : String(cell)
        .replace(/^'/, '')
        .replace(/\p{Cc}+/gu, ' ')
        .trim();
}
