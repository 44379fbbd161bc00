// Screens for what went wrong: each says what to do next.
export const screen = {
  notFoundTitle: 'Halaman ini tidak ada',
  notFoundText: 'Mungkin alamatnya salah ketik, atau sudah tidak dipakai lagi.',
  forbiddenTitle: 'Halaman ini bukan untuk akun Anda',
  forbiddenText: 'Masuk dengan akun lain, atau kembali ke halaman depan.',
  busyTitle: 'Terlalu sering dicoba',
  busyText: 'Tunggu sebentar, lalu coba lagi. Tidak ada yang hilang.',
  brokenTitle: 'Maaf, ada gangguan di pihak kami',
  brokenText: 'Coba lagi sebentar. Kalau tetap begini, hubungi kami lewat halaman pengaduan.',
  goHome: 'Ke halaman depan',
  signInAgain: 'Masuk',
};
