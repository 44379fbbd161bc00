// The cells of participant lists, as offices write them.
import { describe, expect, it } from 'vitest';
import {
  readArea,
  readBirth,
  readCount,
  readIncome,
  readName,
  readNik,
  readPhone,
} from '#app/domain/cohorts/participant-cells.ts';

describe('phones', () => {
  it.each([
    ['081200001001', '+6281200001001'],
    ['+6281200001002', '+6281200001002'],
    ['62 812-0000-1003', '+6281200001003'],
    ['0812 0000 1004', '+6281200001004'],
    ['81200001005', '+6281200001005'],
    ['0812.0000.1006 (WA)', '+6281200001006'],
  ])('%s', (text, phone) => {
    expect(readPhone(text)).toEqual({ phone, remarks: [] });
  });

  it.each([
    ['-', 'phoneBlank'],
    ['', 'phoneBlank'],
    ['12', 'phoneBroken'],
    ['+1 202 555 0100', 'phoneBroken'],
  ] as const)('doubts %j', (text, remark) => {
    expect(readPhone(text)).toEqual({ phone: null, remarks: [remark] });
  });
});

it.each([
  ['IJAH ASTUTI', 'Ijah Astuti'],
  ['Ny. Yuyun Suhartini', 'Yuyun Suhartini'],
  ['Wati Solihat , S.Pd', 'Wati Solihat'],
  ["nur  'aini", "Nur 'Aini"],
])('name %s', (text, name) => {
  expect(readName(text)).toBe(name);
});

it.each([
  ['Tangerang, 14-07-1988', '1988-07-14'],
  ['Tangerang, 16 Januari 1998', '1998-01-16'],
  ['Tangerang, 23/7/87', '1987-07-23'],
  ['1966-09-19', '1966-09-19'],
  ['31/2/1980', null],
  ['entah', null],
])('birth %s', (text, birthOn) => {
  expect(readBirth(text).birthOn).toBe(birthOn);
});

describe('NIK', () => {
  it.each([
    ['367110 540788 9001', '1988-07-14', '3671105407889001', []],
    ['3671105407889001', '1988-07-15', '3671105407889001', ['nikDate']],
    ['367110680368900', '1968-03-28', null, ['nikBroken']],
    ['', null, null, ['nikBlank']],
  ] as const)('%s warns and never blocks', (text, birthOn, nik, remarks) => {
    expect(readNik(text, birthOn)).toEqual({ nik, remarks });
  });
});

it.each([
  ['KARANG SARI', 'a'],
  ['Karangsari', 'a'],
  ['Kr. Sari', 'a'],
  ['Cikokol ', 'b'],
  ['Bandung', null],
])('village %s', (text, areaCode) => {
  const villages = [
    { code: 'a', name: 'Karang Sari', aliases: ['Kr. Sari'] },
    { code: 'b', name: 'Cikokol', aliases: [] },
  ];
  expect(readArea(text, villages).areaCode).toBe(areaCode);
});

it.each([
  ['Tidak tentu', null],
  ['', null],
  ['Rp. 0,-', 0],
  ['0rb', 0],
  ['300rb', 300_000],
  ['Rp. 450.000,-', 450_000],
  ['1200000', 1_200_000],
])('income %s: missing is never zero', (text, rupiah) => {
  expect(readIncome(text).rupiah).toBe(rupiah);
});

it('counts “3 org”', () => {
  expect([readCount('3 org'), readCount('6'), readCount('-')]).toEqual([3, 6, null]);
});
