// The forms that lead to the database, each filled in rightly by the person it is for, so that a test can spoil one field.
import {
  createAccount,
  createListing,
  createMaker,
  createOfficer,
  ID_OF_NOBODY,
  VILLAGE,
} from '#tests/support/fixtures.ts';
import { askSister, createSisters } from '#tests/support/samples/sisters.ts';
import { MAT_CHIPS } from '#tests/support/shelf.ts';
import { fillCart } from '#tests/support/shopping.ts';
import type { TestSite } from '#tests/support/site.ts';

export const FORM_NAMES = [
  'her shop',
  'her account',
  'her refusal',
  'her question to a sister',
  'a sister’s answer',
  'her consent',
  'a consent written down',
  'a shop for her',
  'her month',
  'a month for her',
  'her cash book',
  'a mat',
  'its price',
  'its stock',
  'its picture',
  'a mat in the cart',
  'an order',
  'a cohort',
  'a list',
] as const;
export type FormName = (typeof FORM_NAMES)[number];

export interface Filled {
  readonly path: string;
  readonly as?: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly file?: readonly [field: string, content: string];
  /** Right in every field, and yet not to be taken: it names a picture or a total that is not there. */
  readonly isRefused?: boolean;
}

export function sendFilled(site: TestSite, { path, as, fields, file }: Filled, fileName = 'a.csv'): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (file) form.append(file[0], new File([file[1]], fileName));
  return site.post(path, file ? form : { ...fields }, as ? { as } : {});
}

const ACCOUNT = { bank: 'BRI', rekening: '123456789', pemilik: 'Ani' };
const SHOP = { nama: 'Toko', cerita: '', ...ACCOUNT };
const RATE = { [`ongkir-${VILLAGE}`]: '5000' };
const ANSWERS = { month: '2026-10', sold: 'yes', profitRupiah: '300000', takingsRupiah: '', matsMade: '9' };
const COURSE = {
  keterampilan: 'keset',
  tempat: 'SMKN 3',
  mulai: '2027-04-20',
  selesai: '2027-04-22',
  tempatDuduk: '40',
};

export async function fillForms(site: TestSite): Promise<Record<FormName, Filled>> {
  const officer = await createOfficer(site.db, VILLAGE);
  return {
    ...(await hers(site)),
    ...(await sisters(site)),
    ...(await officers(site, await site.signIn(officer))),
    ...(await others(site)),
  };
}

async function hers(site: TestSite) {
  const { actor, shop, point } = await createMaker(site.db);
  const { listing } = await createListing(site.db, shop.id);
  const { variant } = await createListing(site.db, shop.id, { onHand: 10 });
  const as = await site.signIn(actor);
  const path = `/usaha/keset/${listing.id}`;
  const price = { size: '40x60', price: '35000', onHand: '2', makeDays: '', weeklyCapacity: '' };
  const stock = { variantId: variant.id, seenOnHand: '10', onHand: '9' };
  const sale = { category: 'outside', amountRupiah: '25000', happenedOn: '2026-11-19', quantity: '1', note: '' };
  const noPhoto = { isRefused: true, fields: { ...MAT_CHIPS, photoId: ID_OF_NOBODY } };
  return {
    'her shop': { path: '/usaha/saya', as, fields: { ...SHOP, titik: point.id, ...RATE } },
    'her account': { path: '/usaha/saya/rekening/ganti', as, fields: ACCOUNT },
    'her consent': { path: '/usaha/saya/izin', as, fields: { tujuan: 'story', izin: 'ya' } },
    'her month': { path: '/usaha/tanya-bulanan', as, fields: ANSWERS },
    'her cash book': { path: '/usaha/uang/catat', as, fields: sale },
    'a mat': { path: '/usaha/keset/baru', as, ...noPhoto, file: ['foto', 'no photo'] },
    'its price': { path, as, fields: { bagian: 'harga', ...price } },
    'its stock': { path: `/usaha/keset/${variant.listingId}`, as, fields: { bagian: 'stok', ...stock } },
    'its picture': { path, as, isRefused: true, fields: { bagian: 'foto-depan', photoId: ID_OF_NOBODY } },
  } as const satisfies Partial<Record<FormName, Filled>>;
}

async function sisters(site: TestSite) {
  const [refusing, asking, asked] = [
    await createSisters(site.db),
    await createSisters(site.db),
    await createSisters(site.db),
  ];
  const question = await askSister(site.db, asked);
  return {
    'her refusal': {
      path: `/usaha/pesanan/${refusing.orderId}/tolak`,
      as: await site.signIn(refusing.maker.actor),
      fields: { alasan: 'sakit' },
    },
    'her question to a sister': {
      path: `/usaha/pesanan/${asking.orderId}/perajin-lain`,
      as: await site.signIn(asking.maker.actor),
      fields: { perajin: asking.sister.shop.id },
    },
    'a sister’s answer': {
      path: `/usaha/pesanan/titipan/${question}`,
      as: await site.signIn(asked.sister.actor),
      fields: { jawaban: 'sanggup', 'keset-40x60': asked.mat.id, uang: 'ya' },
    },
  } as const satisfies Partial<Record<FormName, Filled>>;
}

async function officers(site: TestSite, as: string) {
  const { person, point } = await createMaker(site.db);
  const without = await site.db.person.create({ data: { name: 'Tanpa Toko', areaCode: VILLAGE, createdAt: site.now } });
  const path = `/pendampingan/ibu/${person.id}`;
  const answer = { tujuan: 'story', izin: 'ya', cara: 'paper', saksi: 'Bu RW' };
  return {
    'a consent written down': { path: `${path}/izin`, as, fields: answer },
    'a shop for her': {
      path: `/pendampingan/ibu/${without.id}/toko`,
      as,
      fields: { ...SHOP, titik: point.id, ...RATE },
    },
    'a month for her': { path: `${path}/tanya-bulanan`, as, fields: { ...ANSWERS, mode: 'phone' } },
  } as const satisfies Partial<Record<FormName, Filled>>;
}

async function others(site: TestSite) {
  const { shop } = await createMaker(site.db);
  const { variant } = await createListing(site.db, shop.id);
  const cart = await fillCart(site.db, [{ variantId: variant.id, quantity: 1 }]);
  const desk = await site.signIn(await createAccount(site.db, 'programme_officer'));
  await site.post('/dinsos/angkatan', { ...COURSE, nama: 'Angkatan Isi' }, { as: desk });
  const line = 'Uni;;14-07-1988;0812';
  const order = {
    kunci: 'k'.repeat(22),
    nama: 'Rina',
    telepon: '081234567890',
    bayar: 'cod',
    // One rupiah more than it costs: the cart stays full for the next try.
    total: '35001',
    [`kirim-${shop.id}`]: 'pickup',
    [`alamat-${shop.id}`]: '',
  };
  return {
    'a mat in the cart': { path: '/keranjang', fields: { variantId: variant.id, quantity: '1', action: 'tambah' } },
    'an order': { path: '/checkout', as: `keranjang=${cart}`, isRefused: true, fields: order },
    'a cohort': { path: '/dinsos/angkatan', as: desk, fields: { ...COURSE, nama: 'Angkatan Lain' } },
    'a list': {
      path: '/dinsos/angkatan/angkatan-isi/impor',
      as: desk,
      fields: { tahap: 'graduated' },
      file: ['berkas', `Nama;NIK;Tanggal lahir;No HP\n${line}\n`],
    },
  } as const satisfies Partial<Record<FormName, Filled>>;
}
