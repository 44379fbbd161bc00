// The three pages that say how buying, complaining and privacy work here.
export const info = {
  howItWorks: {
    title: 'Cara belanja',
    lead: 'Setiap keset dijual oleh ibu yang membuatnya. Situs ini etalase bersama; pesanan dan uangnya milik perajin.',
    sections: [
      {
        heading: 'Memesan',
        lines: [
          'Pilih keset dan ukuran, lalu tekan Beli. Keranjang boleh berisi keset dari beberapa perajin.',
          'Isi nama dan nomor WhatsApp. Tidak perlu akun atau kata sandi.',
          'Setelah memesan, Anda mendapat satu tautan untuk membayar, mengikuti pesanan, dan mengadu bila ada masalah.',
        ],
      },
      {
        heading: 'Membayar',
        lines: [
          'Tunai saat barang diterima atau diambil: konfirmasi pesanan lewat tautan dalam 12 jam.',
          'Transfer bank: bayar tepat sesuai jumlah yang tertera, lalu unggah buktinya dalam 24 jam. Pesanan diproses setelah uang terlihat di rekening, bukan karena fotonya saja.',
          'Kartu atau dompet digital, bila tersedia: selesaikan dalam 30 menit.',
        ],
      },
      {
        heading: 'Menerima',
        lines: [
          'Diantar sendiri oleh perajin ke kelurahan tertentu, atau diambil di tempat umum yang tertera. Ongkos kirim terlihat sebelum Anda mengisi data.',
          'Keset yang dibuat setelah dipesan punya tanggal janji. Lewat dua hari dari tanggal itu, Anda boleh membatalkan tanpa biaya.',
        ],
      },
      {
        heading: 'Menukar atau membatalkan',
        lines: [
          'Setelah barang diterima, Anda punya waktu paling sedikit dua hari kerja untuk menukar atau membatalkan bila barang tidak sesuai.',
          'Uang yang harus kembali dikembalikan lewat cara bayar yang sama.',
        ],
      },
    ],
  },
  complaint: {
    title: 'Pengaduan',
    lead: 'Ada yang tidak sesuai? Kami ingin tahu, dan ada batas waktu untuk setiap langkah.',
    sections: [
      {
        heading: 'Cara mengadu',
        lines: [
          'Buka tautan pesanan Anda, hubungi perajin, dan ceritakan masalahnya. Sertakan foto bila bisa.',
          'Adukan paling lambat dua hari kerja setelah barang diterima untuk menukar atau membatalkan. Cacat yang baru terlihat sesudah itu tetap boleh diadukan.',
        ],
      },
      {
        heading: 'Batas waktu kami',
        lines: [
          'Perajin menjawab dalam 2 hari.',
          'Bila belum selesai, pendamping dari Dinas Sosial memutuskan dalam 7 hari: ganti barang, kembali uang sebagian, atau kembali uang seluruhnya.',
          'Bila tidak ada keputusan dalam 14 hari, uang Anda dikembalikan.',
        ],
      },
      {
        heading: 'Bila Anda tidak puas',
        lines: [
          'Anda dapat mengadu ke Direktorat Jenderal Perlindungan Konsumen dan Tertib Niaga, Kementerian Perdagangan RI: WhatsApp 0853 1111 1010.',
          'Anda juga dapat datang ke kantor Dinas Sosial Kota Tangerang pada jam kerja.',
        ],
      },
      {
        heading: 'Mengadukan isi situs atau data pribadi',
        lines: [
          'Foto, kata-kata, atau data pribadi yang tidak semestinya tampil juga dapat diadukan ke kantor Dinas Sosial. Permintaan tentang data pribadi dijawab dalam 3 × 24 jam.',
        ],
      },
    ],
  },
  privacy: {
    title: 'Privasi',
    lead: 'Kami menyimpan sesedikit mungkin, hanya untuk tujuan yang disebut di sini (UU 27 Tahun 2022).',
    sections: [
      {
        heading: 'Data pembeli',
        lines: [
          'Nama dan nomor WhatsApp, untuk mengabari pesanan. Alamat, hanya bila Anda minta diantar.',
          'Alamat disimpan tersandi dan hanya terlihat oleh perajin yang mengerjakan pesanan itu, selama pesanan berjalan.',
          'Bukti transfer hanya dilihat perajin dan bendahara; foto saat keset sampai hanya dilihat Anda dan perajin yang mengantar. Keduanya dihapus 12 bulan setelah pesanan berakhir.',
          'Tautan pesanan adalah kunci: siapa pun yang memegangnya dapat melihat pesanan itu. Jangan dibagikan.',
          'Kami tidak memasang iklan, pelacak, atau kuki pihak lain. Kuki di sini hanya untuk keranjang, bahasa, dan masuk akun.',
        ],
      },
      {
        heading: 'Data perajin',
        lines: [
          'Halaman umum hanya menampilkan nama toko yang ia pilih, kecamatannya, cerita yang ia setujui, dan kesetnya. Tidak ada nomor HP, alamat rumah, atau kapan ia terakhir membuka situs.',
          'Lokasi dan keterangan kamera dibuang dari setiap foto. Pengambilan barang hanya di tempat umum.',
          'Ia boleh menyembunyikan tokonya kapan saja; dalam satu menit tokonya tidak tampak lagi.',
        ],
      },
      {
        heading: 'Data pendampingan',
        lines: [
          'Catatan kunjungan dan penghasilan dipakai untuk mendampingi dan menilai hasil pelatihan. Data itu terpisah dari toko, tersandi, dan setiap pembacaan berkas dicatat. Ibu yang bersangkutan dapat melihat siapa yang membaca.',
          'Data pendampingan disimpan 24 bulan setelah kunjungan terakhir, lalu dilepas dari namanya. Foto kunjungan 12 bulan.',
        ],
      },
      {
        heading: 'Hak Anda',
        lines: [
          'Melihat, membetulkan, meminta salinan, menarik persetujuan, dan meminta penghapusan. Sampaikan di kantor Dinas Sosial Kota Tangerang; kami menjawab dalam 3 × 24 jam.',
          'Bila data bocor, orang yang terkena diberi tahu dalam 3 × 24 jam.',
        ],
      },
    ],
  },
};
