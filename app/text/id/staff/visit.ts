// Words of the officer's day: whom to visit, and why, as an officer would say it.
export const visit = {
  title: 'Kunjungan hari ini',
  calm: 'Tidak ada yang mendesak. Semua ibu berjalan baik.',
  due: (due: number, total: number) => `${due} dari ${total} ibu perlu dilihat. Yang paling perlu ada di atas.`,
  others: (count: number) => `${count} ibu lain`,
  pages: 'Halaman',
  before: 'Sebelumnya',
  after: 'Berikutnya',
  page: (page: number, pages: number) => `Halaman ${page} dari ${pages}`,
  short: {
    orderStuck: (days: number) => `${days} hr`,
    orderLate: (days: number) => `${days} hr`,
    orderOnTheWay: (days: number) => `${days} hr`,
    proofUnread: (days: number) => `${days} hr`,
    noSale: (months: number) => `${months} bln`,
    profitFalling: () => '3 bln',
    checkInsMissed: (months: number) => `${months} bln`,
    checkInDue: () => 'bulan ini',
    verifiedAbove: () => 'cek jawaban',
    reportedFarAbove: () => '3 bln',
  },
  long: {
    orderStuck: (days: number) => `Pesanan belum dijawab ${days} hari`,
    orderLate: (days: number) => `Pesanan terlambat ${days} hari`,
    orderOnTheWay: (days: number) => `Pesanan dikirim ${days} hari lalu, belum ada kabar sampai`,
    proofUnread: (days: number) => `Bukti transfer belum dibaca ${days} hari`,
    noSale: (months: number) => `Tidak ada penjualan ${months} bulan`,
    profitFalling: () => 'Laba turun tiga bulan',
    checkInsMissed: (months: number) => `Belum menjawab pertanyaan ${months} bulan`,
    checkInDue: () => 'Pertanyaan bulan lalu belum dijawab',
  },
  // Two sources of a month that do not go together: told with figures, and asked, never held against her.
  compared: {
    verifiedAbove: (month: string, verified: string, reported: string) =>
      `${month}: pesanan selesai di sini ${verified}, lebih dari uang masuk yang dijawab, ${reported}. Mungkin ada yang terlupa: perbaiki jawabannya bersama Ibu`,
    reportedFarAbove: (month: string, verified: string, reported: string) =>
      `Tiga bulan sampai ${month}: uang masuk yang dijawab ${reported}, pesanan selesai di sini ${verified}. Apakah Ibu banyak menjual di luar, dan maukah dibantu mencatatnya?`,
  },
};
