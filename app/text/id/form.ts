// Sentences under a field, by the message key that a schema or a command gives.
export const form = {
  summary: 'Ada yang perlu dibetulkan:',
  required: 'Bagian ini perlu diisi.',
  tooLong: 'Terlalu panjang. Mohon disingkat.',
  notANumber: 'Isi dengan angka saja.',
  notRupiah: 'Isi dengan jumlah rupiah, misalnya 25000.',
  notADate: 'Tanggalnya belum benar.',
  tooSmall: 'Angkanya terlalu kecil.',
  tooLarge: 'Angkanya terlalu besar.',
  notAPhone: 'Nomor HP belum benar. Contoh: 0812 3456 7890.',
  notAChoice: 'Pilih salah satu.',
  conflict: 'Sudah berubah lebih dulu. Muat ulang halaman ini, lalu coba lagi.',
  notFound: 'Tidak ditemukan.',
  forbidden: 'Akun ini tidak boleh melakukan itu.',
  optional: '(boleh kosong)',
};
