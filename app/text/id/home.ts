// Words of the front page and of a maker's page.
export const home = {
  title: 'Keset tenun dari tangan ibu‑ibu Tangerang',
  earned: (month: string, makers: number, rupiah: string) =>
    `Pada ${month}, sekitar ${makers} perajin menerima sekitar ${rupiah} dari pembeli seperti Anda.`,
  makers: (count: number | null) =>
    `${count === null ? 'Perajin' : `Sekitar ${count} perajin`} lulusan pelatihan Dinas Sosial Kota Tangerang menenun dan menjualnya sendiri.`,
  description: 'Keset buatan tangan lulusan pelatihan Dinas Sosial Kota Tangerang. Uangnya langsung untuk perajinnya.',
  newest: 'Baru ditenun',
  seeAll: 'Lihat semua keset',
  byKind: 'Cari menurut warna dan ukuran',
  stories: 'Yang menenun',
  howTitle: 'Cara belanja',
  how: [
    'Pilih keset. Tidak perlu membuat akun.',
    'Isi nama dan nomor WhatsApp, pilih cara bayar dan cara kirim.',
    'Ikuti pesanan lewat satu tautan. Uang untuk ibu yang membuatnya.',
  ],
  more: 'Selengkapnya',
  bulkTitle: 'Pesan banyak?',
  bulk: 'Kantor, sekolah, atau pengurus RT bisa memesan dari beberapa perajin sekaligus dalam satu keranjang.',
  makerMats: 'Keset buatannya',
  makerEmpty: 'Belum ada keset yang dijual saat ini.',
  makerPickup: 'Tempat ambil',
};
