// Messages to a phone. {{1}}, {{2}} … are filled when it is sent; the signature stands under each but the code.
export const message = {
  signature: 'Keset Kita, Kota Tangerang',
  signInCode: '{{1}} adalah kode masuk Keset Kita. Jangan berikan kepada siapa pun. Berlaku 5 menit.',
  purchasePlaced:
    'Pesanan {{1}} ({{2}}) sudah kami catat. Pantau dan bayar di sini: {{3}} Balas STOP kalau tidak mau dikabari.',
  orderForMaker: 'Ibu, ada pesanan baru {{1}}, {{2}}. Buka: {{3}}',
  orderReminder: 'Ibu, pesanan {{1}} masih menunggu jawaban. Buka: {{2}}',
  orderCancelled: 'Ibu, pesanan {{1}} dibatalkan. Tidak perlu dikerjakan lagi. Lihat: {{2}}',
  refundOwed: 'Pembayaran untuk pesanan {{1}} datang setelah pesanan berakhir. {{2}} akan dikembalikan: {{3}}',
  checkInAsked:
    'Ibu, bagaimana usaha keset bulan {{1}}? Lima pertanyaan, dua menit. Jawaban tidak mengubah bansos Ibu: {{2}} Balas STOP kalau tidak mau dikabari.',
  proofArrived: 'Ibu, pembeli mengirim bukti transfer untuk {{1}}. Lihat rekening, lalu jawab di sini: {{2}}',
  proofRefused: 'Uang untuk pesanan {{1}} belum terlihat di rekening. Periksa dan kirim bukti lagi: {{2}}',
  orderForOfficer: {
    unanswered: 'Pesanan {{1}} di {{2}} sudah dua hari belum dijawab. Tolong ditengok: {{3}}',
    late: 'Pesanan {{1}} di {{2}} lewat dari janjinya. Tolong ditengok: {{3}}',
    proofRefused: 'Bukti transfer pesanan {{1}} di {{2}} sudah dua kali ditolak. Tolong ditengok: {{3}}',
    proofAgain:
      'Ada bukti transfer baru untuk pesanan {{1}} di {{2}} setelah dua kali ditolak. Bendahara yang memutuskan; tolong dibantu: {{3}}',
    proofUnread: 'Bukti transfer pesanan {{1}} di {{2}} belum dibaca sehari. Tolong ditengok: {{3}}',
  },
  orderRefused:
    'Maaf, pesanan {{1}} tidak bisa dipenuhi. Kata perajin, dan uang Anda kalau sudah membayar, ada di sini: {{2}}',
  bankChange: {
    asked:
      'Ibu, ada permintaan mengganti rekening toko, berlaku mulai {{1}}. Bukan Ibu yang meminta? Batalkan sekarang: {{2}}',
    changed: 'Ibu, rekening toko diganti {{1}}. Bukan Ibu yang mengganti? Hubungi pendamping, dan lihat di sini: {{2}}',
  },
  reassignmentAsked: 'Ibu, {{2}} minta tolong mengerjakan pesanan {{1}}. Sanggup? Lihat dulu: {{3}}',
  reassignmentAnswered: {
    agreed: 'Ibu, {{2}} sanggup mengerjakan pesanan {{1}}. Ibu tidak perlu mengerjakannya lagi. Lihat: {{3}}',
    declined: 'Ibu, {{2}} belum bisa mengerjakan pesanan {{1}}. Pesanan ini masih pada Ibu. Buka: {{3}}',
  },
  orderReassigned:
    'Pesanan {{1}} sekarang dibuat oleh {{2}}, harganya tetap. Lihat kesetnya, atau batalkan tanpa biaya: {{3}}',
  orderMoved: 'Pesanan {{1}}: {{2}}. {{3}}',
};
