// What a woman is asked to allow, in plain words. Change a sentence of `purposes` and raise the version in domain/consents.
export const consent = {
  title: 'Izin saya',
  titleFor: (name: string) => `Izin ${name}`,
  lead: 'Ibu boleh bilang ya atau tidak, dan boleh berubah kapan saja. Pelatihan, bantuan, dan pendampingan tidak bergantung pada izin ini.',
  informed:
    'Pendampingan usaha adalah tugas Dinas Sosial, jadi tidak ditanyakan di sini: catatan kunjungan dan penghasilan dipakai untuk membantu Ibu dan menilai pelatihan.',
  purposes: {
    shop: {
      title: 'Halaman toko dan foto keset',
      words:
        'Nama toko, kecamatan, dan foto keset Ibu tampil di internet supaya orang bisa membeli. Nama Ibu, nomor HP, dan alamat tidak tampil. Kalau izin ditarik, toko langsung hilang dari situs; pesanan yang berjalan tetap diselesaikan.',
    },
    story: {
      title: 'Cerita saya',
      words:
        'Cerita singkat yang Ibu tulis tampil di halaman toko. Kalau izin ditarik, ceritanya langsung tidak tampil lagi.',
    },
    whatsapp: {
      title: 'Dihubungi lewat WhatsApp',
      words: 'Petugas boleh mengirim kabar dan pertanyaan bulanan ke WhatsApp Ibu.',
    },
    statistics: {
      title: 'Angka untuk umum',
      words:
        'Angka usaha Ibu ikut dihitung dalam jumlah yang diumumkan, tanpa nama, bersama paling sedikit empat ibu lain.',
    },
    sharing: {
      title: 'Dibagikan ke dinas lain',
      words: 'Data usaha Ibu boleh diberikan ke dinas lain, misalnya untuk bantuan modal atau pelatihan lanjutan.',
    },
  },
  given: (day: string) => `Diizinkan sejak ${day}`,
  withdrawn: (day: string) => `Tidak diizinkan sejak ${day}`,
  unasked: 'Belum ditanya',
  give: 'Ya, saya izinkan',
  withdraw: 'Tarik izin',
  channels: {
    app: 'di situs ini',
    whatsapp: 'STOP lewat WhatsApp',
    paper: 'di kertas',
    spoken: 'lisan',
    phone: 'lewat telepon',
  },
  withWitness: (channel: string, witness: string) => `${channel}, saksi ${witness}`,
  record: 'Catat jawaban Ibu',
  recordLead: 'Bacakan kalimatnya, lalu catat jawabannya. Saksi diperlukan untuk jawaban ya.',
  purpose: 'Untuk apa',
  answer: 'Jawaban',
  yes: 'Ya, diizinkan',
  no: 'Tidak, atau ditarik',
  channel: 'Cara menjawab',
  witness: 'Nama saksi',
  save: 'Catat',
};
