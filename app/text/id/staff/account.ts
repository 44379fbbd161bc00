// The bank account of a shop: where buyers transfer to.
export const account = {
  title: 'Rekening toko',
  current: 'Pembeli mentransfer ke',
  none: 'Belum ada rekening. Pembeli bisa membayar tunai atau dengan kartu.',
  set: 'Isi rekening',
  change: 'Ganti rekening',
  firstHolds: 'Rekening pertama langsung berlaku.',
  waits: 'Rekening baru berlaku setelah 24 jam. Ibu kami beri tahu sekarang juga, dan masih bisa membatalkannya.',
  empty: 'Kosongkan ketiganya kalau toko tidak menerima transfer lagi.',
  save: 'Simpan',
  back: 'Kembali',
  waiting: (when: string) => `Berganti ${when}`,
  notYou: 'Bukan Ibu yang meminta? Batalkan, lalu hubungi pendamping.',
  withdraw: 'Batalkan pergantian',
  tooLate: 'Pergantian itu sudah berlaku. Kalau bukan Ibu yang meminta, ganti lagi dan hubungi pendamping.',
};
