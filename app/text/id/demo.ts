// Words of the demonstration's front desk.
export const demo = {
  title: 'Demonstrasi',
  lead: 'Semua orang, pesanan, dan uang di sini buatan. Pilih siapa Anda:',
  roles: {
    maker: 'Perajin (lulusan dengan toko)',
    field_officer: 'Pendamping lapangan',
    programme_officer: 'Petugas program Dinsos',
    analyst: 'Analis (tanpa nama)',
    finance: 'Bendahara',
    administrator: 'Administrator',
  },
  signIn: 'Masuk',
  as: (role: string) => `sebagai ${role}`,
  buyer: 'Pembeli tidak perlu masuk:',
  browse: 'pilih keset',
  card: 'Kartu dibayar di simulator yang terbuka sendiri;',
  payments: 'semua pembayarannya',
  outbox: 'Kotak keluar',
  outboxLead: 'Pesan yang di dunia nyata sampai ke HP. Untuk program:',
  waitsUntil: (when: string) => `menunggu pagi, dikirim ${when}`,
  stopped: 'tidak dikirim: penerima tidak mau',
  noMessages: 'Belum ada pesan.',
};
