// The simulated payment page: plain HTML without script, Indonesian, impossible to mistake for a real one.
import type { Stripe } from 'stripe';

type Session = Stripe.Checkout.Session;

export interface PageFacts {
  readonly session: Session;
  readonly lines: readonly Stripe.LineItem[];
  /** The last try was declined. */
  readonly isDeclined: boolean;
}

/** Value of the button -> its label. The order is the order on the page. */
export const PAGE_OUTCOMES = {
  berhasil: 'Bayar — berhasil',
  ditolak: 'Bayar — ditolak bank',
  tertunda: 'Bayar — tertunda, masuk belakangan',
  kedaluwarsa: 'Biarkan kedaluwarsa',
  batal: 'Batal, kembali ke toko',
} as const;

export type PageOutcome = keyof typeof PAGE_OUTCOMES;

const STYLE = `
  * { box-sizing: border-box; }
  body { margin: 0; background: #FBF6EC; color: #2B2118; font: 17px/1.5 system-ui, sans-serif; }
  .banner { background: #8A1C1C; color: #fff; padding: 12px 16px; text-align: center; font-weight: 700; }
  .banner span { display: block; font-weight: 400; font-size: 15px; }
  main { max-width: 480px; margin: 0 auto; padding: 16px; }
  h1 { font-size: 22px; line-height: 1.25; }
  dl { margin: 0; }
  .line { display: flex; justify-content: space-between; gap: 12px; padding: 10px 0; border-bottom: 1px solid #E2D6C0; }
  .line dt { min-width: 0; overflow-wrap: anywhere; }
  .line dd { margin: 0; white-space: nowrap; font-variant-numeric: tabular-nums; }
  .total { font-weight: 700; font-size: 19px; border-bottom: 0; }
  .notice { background: #FCE9E4; border: 2px solid #8A1C1C; border-radius: 8px; padding: 12px; }
  button, a.button { display: block; width: 100%; min-height: 48px; margin: 10px 0; padding: 10px 16px; border-radius: 8px;
    border: 2px solid #1F3A5F; background: #fff; color: #1F3A5F; font: inherit; font-weight: 600; text-align: center;
    text-decoration: none; cursor: pointer; }
  button.first { background: #1F3A5F; color: #fff; }
  button:focus-visible, a:focus-visible { outline: 3px solid #C77700; outline-offset: 2px; }
`;

/** A whole document. Every word from outside is escaped. */
export function renderPaymentPage(facts: PageFacts): string {
  const { session } = facts;
  const body = session.status === 'open' ? openBody(facts) : closedBody(session);
  return document('Pembayaran simulasi', body);
}

const STATUS_WORDS: Readonly<Record<string, string>> = {
  open: 'menunggu',
  complete: 'selesai',
  expired: 'kedaluwarsa',
};

/** The latest payments, newest first, each a link to its page. */
export function renderFrontPage(sessions: readonly Session[]): string {
  const rows = sessions.map(
    ({ id, client_reference_id: number, amount_total: amount, status }) =>
      `<div class="line"><dt><a href="${escapeHtml(id)}">${escapeHtml(number ?? id)}</a>, ${STATUS_WORDS[status ?? ''] ?? ''}</dt><dd>${formatAmount(amount ?? 0)}</dd></div>`,
  );
  const list = rows.length > 0 ? `<dl>\n${rows.join('\n')}\n</dl>` : '<p>Belum ada pembayaran kartu.</p>';
  return document('Simulator pembayaran', `<h1>Pembayaran kartu terbaru</h1>\n${list}`);
}

/** For an id that nobody knows. */
export function renderUnknownPage(): string {
  return document('Tidak ditemukan', '<h1>Halaman pembayaran ini tidak ada.</h1>');
}

function document(title: string, body: string): string {
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header class="banner">SIMULASI<span>Tidak ada uang sungguhan yang berpindah. Jangan isi data kartu.</span></header>
<main>
${body}
</main>
</body>
</html>
`;
}

function openBody({ session, lines, isDeclined }: PageFacts): string {
  const discount = session.total_details?.amount_discount ?? 0;
  return `<h1>Bayar pesanan ${escapeHtml(session.client_reference_id ?? '')}</h1>
${isDeclined ? '<p class="notice" role="alert">Pembayaran ditolak oleh bank (simulasi). Silakan coba lagi.</p>' : ''}
<dl>
${lines.map(lineRow).join('\n')}
${discount > 0 ? row('Diskon', `−${formatAmount(discount)}`) : ''}
${row('Jumlah', formatAmount(session.amount_total ?? 0), 'line total')}
</dl>
<p>Bayar sebelum pukul ${formatTime(session.expires_at)} WIB.</p>
<form method="post" aria-label="Pilih hasil pembayaran">
${Object.entries(PAGE_OUTCOMES).map(outcomeButton).join('\n')}
</form>`;
}

function closedBody(session: Session): string {
  const [title, address, label] =
    session.status === 'complete'
      ? [
          'Pembayaran ini sudah selesai.',
          session.success_url?.replaceAll('{CHECKOUT_SESSION_ID}', session.id),
          'Lihat pesanan',
        ]
      : ['Waktu pembayaran sudah habis.', session.cancel_url, 'Kembali ke toko'];
  const link = address ? `<a class="button" href="${escapeHtml(address)}">${label}</a>` : '';
  return `<h1>${title}</h1>\n${link}`;
}

function lineRow(line: Stripe.LineItem): string {
  const quantity = line.quantity === 1 ? '' : ` × ${line.quantity}`;
  return row(`${line.description ?? ''}${quantity}`, formatAmount(line.amount_subtotal));
}

function row(label: string, amount: string, className = 'line'): string {
  return `<div class="${className}"><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(amount)}</dd></div>`;
}

function outcomeButton([outcome, label]: [string, string], index: number): string {
  return `<button name="outcome" value="${outcome}"${index === 0 ? ' class="first"' : ''}>${escapeHtml(label)}</button>`;
}

/** Stripe's amount -> `Rp 25.000`. */
function formatAmount(amount: number): string {
  return `Rp ${(amount / 100).toLocaleString('id-ID')}`;
}

function formatTime(seconds: number): string {
  const format = { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Jakarta' } as const;
  return new Date(seconds * 1000).toLocaleTimeString('id-ID', format);
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
