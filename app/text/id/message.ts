// Messages to a phone.
export const message = {
  signInCode: (code: string) =>
    `${code} adalah kode masuk Keset Kita. Jangan berikan kepada siapa pun. Berlaku 5 menit.`,
  purchasePlaced: (number: string, total: string, link: string) =>
    `Pesanan ${number} (${total}) sudah kami catat. Pantau dan bayar di sini: ${link}`,
  orderForMaker: (number: string, total: string, link: string) =>
    `Ibu, ada pesanan baru ${number}, ${total}. Buka: ${link}`,
  orderReminder: (number: string, link: string) => `Ibu, pesanan ${number} masih menunggu jawaban. Buka: ${link}`,
  orderCancelled: (number: string, link: string) =>
    `Ibu, pesanan ${number} dibatalkan. Tidak perlu dikerjakan lagi. Lihat: ${link}`,
  refundOwed: (number: string, rupiah: string, link: string) =>
    `Pembayaran untuk pesanan ${number} datang setelah pesanan berakhir. ${rupiah} akan dikembalikan: ${link}`,
  checkInAsked: (month: string, link: string) =>
    `Ibu, bagaimana usaha keset bulan ${month}? Lima pertanyaan, dua menit. Jawaban tidak mengubah bansos Ibu: ${link}`,
  proofArrived: (number: string, link: string) =>
    `Ibu, pembeli mengirim bukti transfer untuk ${number}. Lihat rekening, lalu jawab di sini: ${link}`,
  proofRefused: (number: string, link: string) =>
    `Uang untuk pesanan ${number} belum terlihat di rekening. Periksa dan kirim bukti lagi: ${link}`,
  orderForOfficer: {
    unanswered: (number: string, shop: string, link: string) =>
      `Pesanan ${number} di ${shop} sudah dua hari belum dijawab. Tolong ditengok: ${link}`,
    late: (number: string, shop: string, link: string) =>
      `Pesanan ${number} di ${shop} lewat dari janjinya. Tolong ditengok: ${link}`,
    proofRefused: (number: string, shop: string, link: string) =>
      `Bukti transfer pesanan ${number} di ${shop} sudah dua kali ditolak. Tolong ditengok: ${link}`,
    proofAgain: (number: string, shop: string, link: string) =>
      `Ada bukti transfer baru untuk pesanan ${number} di ${shop} setelah dua kali ditolak. Bendahara yang memutuskan; tolong dibantu: ${link}`,
    proofUnread: (number: string, shop: string, link: string) =>
      `Bukti transfer pesanan ${number} di ${shop} belum dibaca sehari. Tolong ditengok: ${link}`,
  },
  orderRefused: (number: string, words: string, link: string) =>
    `Maaf, pesanan ${number} tidak bisa dipenuhi. Kata perajin: “${words}”. Kalau sudah membayar, uang kembali: ${link}`,
  orderMoved: (number: string, status: string, link: string) => `Pesanan ${number}: ${status}. ${link}`,
};
