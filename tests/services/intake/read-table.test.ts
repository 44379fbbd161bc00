// Lists as offices export them: other separators, other encodings, line breaks in cells.
import { describe, expect, it } from 'vitest';
import { readTable } from '#app/services/intake/read-table.ts';

const HEAD = 'Nama;NIK;Tanggal lahir;No HP;Kelurahan';
const CELLS = ['Nama', 'NIK', 'Tanggal lahir', 'No HP', 'Kelurahan'];

async function rowsOf(text: string, encoding: BufferEncoding = 'utf8', mark: readonly number[] = []) {
  const table = await readTable(new Uint8Array(Buffer.concat([Buffer.from(mark), Buffer.from(text, encoding)])));
  return table.ok ? table.rows : table.reason;
}

describe('the separator', () => {
  it('is that of the table, not of the letterhead above it', async () => {
    const letterhead = 'DINAS SOSIAL KOTA TANGERANG\nJl. Iskandar Muda, Karang Sari, Neglasari\n';
    expect(await rowsOf(`${letterhead}\n${HEAD}\nAni;1;"Tangerang, 14-07-1988";0812;Cikokol\n`)).toEqual([
      ['DINAS SOSIAL KOTA TANGERANG'],
      ['Jl. Iskandar Muda, Karang Sari, Neglasari'],
      [null],
      CELLS,
      ['Ani', '1', 'Tangerang, 14-07-1988', '0812', 'Cikokol'],
    ]);
  });

  it.each([',', '\t'])('may be %j, whatever stands inside quotes', async (separator) => {
    const head = HEAD.replaceAll(';', separator);
    const row = ['"Ani; ibu; dua; anak; x; y; z"', '1', '2', '3', '4'].join(separator);
    expect(await rowsOf(`${head}\n${row}\n`)).toEqual([CELLS, ['Ani; ibu; dua; anak; x; y; z', '1', '2', '3', '4']]);
  });

  it('is what Excel says it is', async () => {
    expect(await rowsOf(`sep=;\nNama;Alamat\nAni;Jl. A, B, C, D\n`)).toEqual([
      ['Nama', 'Alamat'],
      ['Ani', 'Jl. A, B, C, D'],
    ]);
  });
});

describe('quotes', () => {
  it('keep a line break and a doubled quote inside their cell', async () => {
    expect(await rowsOf('Nama;Alamat;NIK\r\n"Ani ""Nok""";"Kp. Baru\nRT 1";1\r\n')).toEqual([
      ['Nama', 'Alamat', 'NIK'],
      ['Ani "Nok"', 'Kp. Baru\nRT 1', '1'],
    ]);
  });

  it('in the middle of a cell are letters', async () => {
    expect(await rowsOf('Nama;Ukuran\nAni;keset 12" biru\n')).toEqual([
      ['Nama', 'Ukuran'],
      ['Ani', 'keset 12" biru'],
    ]);
  });

  it('that never close make it no list', async () => {
    expect(await rowsOf('Nama;Alamat\n"Ani;Kp. Baru\n')).toBe('notAList');
  });
});

describe('letters', () => {
  const rows = [['Nama'], ['Siti Ré']];
  it.each([
    ['UTF-8', 'utf8', []],
    ['UTF-8 with a mark', 'utf8', [0xef, 0xbb, 0xbf]],
    ['UTF-16 with a mark', 'utf16le', [0xff, 0xfe]],
    ['Windows-1252', 'latin1', []],
  ] as const)('in %s', async (_, encoding, mark) => {
    expect(await rowsOf('Nama\nSiti Ré\n', encoding, mark)).toEqual(rows);
  });

  it('in UTF-16 the other way round', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Nama\nSiti Ré\n', 'utf16le')]).swap16();
    expect(await readTable(new Uint8Array(bytes))).toEqual({ ok: true, rows });
  });

  it('with a control character among them are no text', async () => {
    expect(await rowsOf('Nama;NIK;HP\nAni\u0000;1;2\n')).toBe('notAList');
    expect(await rowsOf('Nama;NIK;HP\n\u009cAni\u0007;1;2\n')).toBe('notAList');
  });

  it('missing altogether make an empty list', async () => {
    expect(await rowsOf('\n ;;\n\n'.replace(' ', ''))).toBe('listEmpty');
  });
});
