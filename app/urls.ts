// Every address of the site once. `href('order', { token })`: a wrong name or parameter does not compile.

export const URLS = {
  home: '/',
  products: '/produk',
  product: '/produk/:slug',
  maker: '/perajin/:slug',
  cart: '/keranjang',
  checkout: '/checkout',
  order: '/pesanan/:token',
  orderPayment: '/pesanan/:token/bayar',
  orderProof: '/pesanan/:token/bukti',
  orderConfirmation: '/pesanan/:token/konfirmasi',
  orderCancellation: '/pesanan/:token/batal',
  orderReceipt: '/pesanan/:token/diterima',
  orderDeliveryPhoto: '/pesanan/:token/foto/:orderId',
  orderCardReturn: '/pesanan/:token/kartu',
  orderNews: '/pesanan/:token/kabar',
  howItWorks: '/cara-belanja',
  complaint: '/pengaduan',
  privacy: '/privasi',
  signIn: '/masuk',
  signInCode: '/masuk/kode',
  signOut: '/keluar',
  language: '/bahasa',
  business: '/usaha',
  businessOrders: '/usaha/pesanan',
  businessOrder: '/usaha/pesanan/:id',
  businessOrderStep: '/usaha/pesanan/:id/langkah',
  businessOrderRefusal: '/usaha/pesanan/:id/tolak',
  businessOrderSisters: '/usaha/pesanan/:id/perajin-lain',
  businessReassignment: '/usaha/pesanan/titipan/:id',
  businessProof: '/usaha/pesanan/:id/bukti/:proofId',
  businessDeliveryPhoto: '/usaha/pesanan/:id/foto',
  businessListings: '/usaha/keset',
  businessNewListing: '/usaha/keset/baru',
  businessListing: '/usaha/keset/:id',
  businessListingStatus: '/usaha/keset/:id/status',
  businessMoney: '/usaha/uang',
  businessCashEntry: '/usaha/uang/catat',
  businessCheckIn: '/usaha/tanya-bulanan',
  businessShop: '/usaha/saya',
  businessBankAccount: '/usaha/saya/rekening',
  businessBankChange: '/usaha/saya/rekening/ganti',
  businessConsents: '/usaha/saya/izin',
  checkInLink: '/tanya/:token',
  followup: '/pendampingan',
  followupPerson: '/pendampingan/ibu/:id',
  followupCheckIn: '/pendampingan/ibu/:id/tanya-bulanan',
  followupShop: '/pendampingan/ibu/:id/toko',
  followupConsents: '/pendampingan/ibu/:id/izin',
  followupListing: '/pendampingan/ibu/:id/keset',
  office: '/dinsos',
  officeCohorts: '/dinsos/angkatan',
  officeCohort: '/dinsos/angkatan/:slug',
  officeImport: '/dinsos/angkatan/:slug/impor',
  officeImportReview: '/dinsos/impor/:id',
  officePerson: '/dinsos/ibu/:id',
  officeOutcomes: '/dinsos/hasil',
  officeOutcomeRows: '/dinsos/hasil/rincian',
  officeOutcomesCsv: '/dinsos/hasil.csv',
  officeMoney: '/dinsos/keuangan',
  officeProofs: '/dinsos/keuangan/bukti-transfer',
  officeProofPicture: '/dinsos/keuangan/bukti-transfer/:id',
  officeRefund: '/dinsos/keuangan/pengembalian/:id',
  officeOddity: '/dinsos/keuangan/periksa/:kind/:id',
  photo: '/foto/:key',
  upload: '/unggah/:id',
  demo: '/demo',
  demoSignIn: '/demo/masuk',
  demoAccounts: '/demo/accounts.json',
  demoOutbox: '/demo/outbox.json',
  systemUi: '/system/ui',
  stripeWebhook: '/webhooks/stripe',
  whatsAppWebhook: '/webhooks/whatsapp',
  sitemap: '/sitemap.xml',
  robots: '/robots.txt',
} as const;

type UrlName = keyof typeof URLS;
type ParamsOf<Path extends string> = Path extends `${string}:${infer Param}/${infer Rest}`
  ? { [Key in Param]: string } & ParamsOf<`/${Rest}`>
  : Path extends `${string}:${infer Param}`
    ? { [Key in Param]: string }
    : unknown;

type Arguments<Name extends UrlName> = keyof ParamsOf<(typeof URLS)[Name]> extends never
  ? [params?: undefined, query?: Record<string, string | undefined>]
  : [params: ParamsOf<(typeof URLS)[Name]>, query?: Record<string, string | undefined>];

export function href<Name extends UrlName>(name: Name, ...[params, query]: Arguments<Name>): string {
  const path = URLS[name].replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(String((params as Record<string, string> | undefined)?.[key] ?? '')),
  );
  const search = new URLSearchParams(
    Object.entries(query ?? {}).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  ).toString();
  return search ? `${path}?${search}` : path;
}
