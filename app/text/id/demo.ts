// The front desk of the demonstration.
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
  enter: 'Masuk',
  as: (role: string) => `sebagai ${role}`,
  buyers: 'Pembeli tidak perlu masuk:',
  choose: 'pilih keset',
  cards: 'Kartu dibayar di simulator yang terbuka sendiri:',
  payments: 'semua pembayarannya',
  outbox: 'Kotak keluar',
  outboxLead: 'Pesan yang di dunia nyata sampai ke HP. Untuk program:',
  empty: 'Belum ada pesan.',
};
