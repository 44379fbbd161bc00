// Words of the frame around every page.
export const site = {
  name: 'Keset Kita',
  tagline: 'Keset tenun dari tangan ibu-ibu Tangerang',
  skip: 'Langsung ke isi',
  products: 'Keset',
  cart: 'Keranjang',
  signIn: 'Masuk',
  signOut: 'Keluar',
  language: 'English',
  languageCode: 'en',
  howItWorks: 'Cara belanja',
  complaint: 'Pengaduan',
  privacy: 'Privasi',
  runBy: 'Dikelola bersama Dinas Sosial Kota Tangerang untuk lulusan pelatihan keset.',
  simulated: 'Demonstrasi: orang, pesanan, dan uang di sini tidak nyata.',
  demo: 'Daftar akun demonstrasi',
};
