// The ground the demonstration city stands on: areas, benchmarks, public places, and one account for each role.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '#app/domain/database.ts';
import { toDateColumn } from '#app/domain/dates.ts';

const DATA = join(import.meta.dirname, 'data');

/** Rows of a comma-separated file as records; quoted fields may hold commas. */
function readCsv(file: string): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(join(DATA, file), 'utf8').trim().split(/\r?\n/);
  const cut = (line: string) =>
    [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].map((match) => match[2] ?? match[1] ?? '');
  const names = cut(head);
  return lines.map((line) => Object.fromEntries(cut(line).map((value, index) => [names[index] ?? '', value])));
}

/** "Karang Sari" officially, "Karangsari" in the press, "Kr. Sari" on lists. */
const ALIASES: Readonly<Record<string, string[]>> = { '36.71.10.1002': ['Karangsari', 'Kr. Sari'] };

export async function seedAreas(db: Database): Promise<void> {
  const rows = readCsv('areas-kota-tangerang.csv');
  for (const level of ['province', 'city', 'district', 'village']) {
    await db.area.createMany({
      data: rows
        .filter((row) => row.level === level)
        .map((row) => ({
          code: row.code ?? '',
          name: row.name ?? '',
          level,
          parentCode: row.parent_code || null,
          aliases: ALIASES[row.code ?? ''] ?? [],
        })),
    });
  }
}

export async function seedBenchmarks(db: Database): Promise<void> {
  const umk = readCsv('umk-kota-tangerang.csv').map((row) => ({
    kind: 'umk',
    year: Number(row.year),
    rupiah: Math.round(Number(row.umk_rp_per_month)),
    note: row.note || null,
  }));
  const line = readCsv('poverty-line-kota-tangerang.csv').map((row) => ({
    kind: 'poverty_line',
    year: Number(row.year),
    rupiah: Number(row.rp_per_head_per_month),
    note: row.note || null,
  }));
  await db.yearlyBenchmark.createMany({ data: [...umk, ...line] });
  await db.ramadanYear.createMany({
    data: readCsv('ramadan-syawal.csv').map((row) => ({
      year: Number(row.year),
      ramadanOn: toDateColumn(row.ramadan_first_day ?? ''),
      syawalOn: toDateColumn(row.syawal_first_day ?? ''),
    })),
  });
}

export async function seedPickupPoints(db: Database): Promise<void> {
  const points: readonly (readonly [name: string, address: string, areaCode: string])[] = [
    ['Balai Warga RW 03 Karang Sari', 'Jl. Marsekal Suryadarma, RW 03', '36.71.10.1002'],
    ['Kantor Kelurahan Karang Sari', 'Jl. Iskandar Muda', '36.71.10.1002'],
    ['Posyandu Melati Karang Sari', 'Kp. Kebon, RW 06', '36.71.10.1002'],
    ['Kantor Kelurahan Cikokol', 'Jl. Perintis Kemerdekaan', '36.71.01.1005'],
    ['Balai Warga RW 05 Cikokol', 'Kp. Rawa, RW 05', '36.71.01.1005'],
    ['Pasar Anyar, kios koperasi', 'Jl. Ahmad Yani', '36.71.01.1001'],
  ];
  await db.pickupPoint.createMany({
    data: points.map(([name, address, areaCode]) => ({ name, address, areaCode, hours: '08.00–16.00' })),
  });
}

export async function seedStaff(db: Database, now: Date): Promise<void> {
  const staff = [
    ['Ratna Dewi', 'programme_officer', '+6281100000001'],
    ['Budi Santoso', 'analyst', '+6281100000002'],
    ['Lina Hartono', 'finance', '+6281100000003'],
    ['Agus Wijaya', 'administrator', '+6281100000004'],
    ['Nurul Hidayah', 'field_officer', '+6281100000005'],
    ['Eko Prasetyo', 'field_officer', '+6281100000006'],
  ] as const;
  const villages: Readonly<Record<string, string>> = {
    '+6281100000005': '36.71.10.1002',
    '+6281100000006': '36.71.01.1005',
  };
  for (const [index, [name, role, phone]] of staff.entries()) {
    const account = await db.account.create({
      data: { name, role, phone, createdAt: new Date(now.getTime() + index) },
    });
    const areaCode = villages[phone];
    if (areaCode)
      await db.officerArea.create({ data: { accountId: account.id, areaCode, fromOn: toDateColumn('2019-04-25') } });
  }
}
