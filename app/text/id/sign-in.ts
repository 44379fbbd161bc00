// Signing in with a phone number and a code.
export const signIn = {
  title: 'Masuk',
  intro: 'Untuk perajin dan petugas. Pembeli tidak perlu masuk.',
  again: 'Demi keamanan, masuk sekali lagi dulu.',
  phone: 'Nomor HP',
  phoneHint: 'Nomor WhatsApp yang terdaftar, misalnya 0812 3456 7890.',
  sendCode: 'Kirim kode',
  codeTitle: 'Masukkan kode',
  codeIntro: (phone: string) => `Kalau ${phone} terdaftar, kode 6 angka sudah dikirim ke sana. Kode berlaku 5 menit.`,
  code: 'Kode 6 angka',
  enter: 'Masuk',
  otherPhone: 'Pakai nomor lain, atau minta kode baru',
  demoOutbox: 'Demonstrasi: kodenya ada di kotak keluar',
};
