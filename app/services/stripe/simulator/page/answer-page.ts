// Requests of the buyer's browser: shows the payment page, takes the choice, and sends the buyer back to the shop.
import type { Stripe } from 'stripe';
import type { FaultSwitches } from '../faults.ts';
import { payForSession } from '../objects/payments.ts';
import { expireIfDue, expireSession } from '../objects/sessions.ts';
import type { World } from '../objects/world.ts';
import type { WebhookSender } from '../webhooks.ts';
import {
  PAGE_OUTCOMES,
  type PageOutcome,
  renderFrontPage,
  renderPaymentPage,
  renderUnknownPage,
} from './payment-page.ts';

type Session = Stripe.Checkout.Session;

export interface PageReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Called once the reply has left. */
  readonly afterSent?: () => void;
}

export interface PageSettings {
  readonly world: World;
  readonly faults: FaultSwitches;
  readonly webhooks: WebhookSender;
  /** Starts the wait of a payment that settles later. */
  schedulePendingPayment(sessionId: string): void;
}

/** Without a session's id: the front page, which lists the latest payments. */
export const PAGE_PATH = '/c/pay/';
/** Stripe holds the buyer at most this long for the shop's answer to the webhook. */
const LONGEST_WAIT_MS = 10_000;

export async function answerPage(
  settings: PageSettings,
  request: { method: string; path: string; query: string; body: string },
): Promise<PageReply> {
  const { sessions } = settings.world.state;
  if (request.path === PAGE_PATH)
    return { status: 200, headers: pageHeaders(), body: renderFrontPage(newest(sessions)) };
  const session = sessions.get(request.path.slice(PAGE_PATH.length));
  if (!session) return { status: 404, headers: pageHeaders(), body: renderUnknownPage() };
  expireIfDue(settings.world, session);
  if (request.method !== 'POST') return showPage(settings.world, session, request.query);
  const outcome = new URLSearchParams(request.body).get('outcome') ?? '';
  if (!isOutcome(outcome)) return { ...showPage(settings.world, session, ''), status: 400 };
  return OUTCOMES[outcome](settings, session);
}

const FRONT_PAGE_SESSIONS = 30;

function newest(sessions: ReadonlyMap<string, Session>): Session[] {
  return [...sessions.values()].sort((a, b) => b.created - a.created).slice(0, FRONT_PAGE_SESSIONS);
}

const OUTCOMES: Readonly<Record<PageOutcome, (settings: PageSettings, session: Session) => Promise<PageReply>>> = {
  berhasil: (settings, session) => payAndReturn(settings, session, 'succeeded'),
  tertunda: (settings, session) => payAndReturn(settings, session, 'pending'),
  ditolak: async ({ world, webhooks }, session) => {
    const isDeclined = payForSession(world, session, 'declined');
    await webhooks.firstTries(LONGEST_WAIT_MS);
    return redirect(`${PAGE_PATH}${session.id}${isDeclined ? '?ditolak=1' : ''}`);
  },
  kedaluwarsa: async ({ world, webhooks }, session) => {
    if (session.status === 'open') expireSession(world, session);
    await webhooks.firstTries(LONGEST_WAIT_MS);
    return redirect(PAGE_PATH + session.id);
  },
  batal: async (_, session) => redirect(session.cancel_url ?? PAGE_PATH + session.id),
};

/** A session that is paid already leads to the same place without a second payment. */
async function payAndReturn(
  { world, faults, webhooks, schedulePendingPayment }: PageSettings,
  session: Session,
  outcome: 'succeeded' | 'pending',
): Promise<PageReply> {
  const release = faults.current().webhook.afterRedirect ? webhooks.hold() : undefined;
  const isPaid = payForSession(world, session, outcome);
  if (isPaid && outcome === 'pending') schedulePendingPayment(session.id);
  if (!release) await webhooks.firstTries(LONGEST_WAIT_MS);
  if (session.status === 'expired') return { ...redirect(PAGE_PATH + session.id), afterSent: release };
  return { ...redirect(returnAddress(session)), afterSent: release };
}

function returnAddress(session: Session): string {
  return (session.success_url ?? '').replaceAll('{CHECKOUT_SESSION_ID}', session.id);
}

function showPage(world: World, session: Session, query: string): PageReply {
  const lines = world.state.lineItems.get(session.id) ?? [];
  const isDeclined = new URLSearchParams(query).has('ditolak');
  return { status: 200, headers: pageHeaders(session), body: renderPaymentPage({ session, lines, isDeclined }) };
}

function redirect(address: string): PageReply {
  return { status: 303, headers: { Location: address, 'Cache-Control': 'no-store' }, body: '' };
}

/** A form's redirects count as its targets for browsers, so the shop's origins are named. */
function pageHeaders(session?: Session): Record<string, string> {
  const shops = [session?.success_url, session?.cancel_url].flatMap((url) => (url ? [new URL(url).origin] : []));
  const targets = ["'self'", ...new Set(shops)].join(' ');
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; form-action ${targets}; base-uri 'none'; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
  };
}

function isOutcome(text: string): text is PageOutcome {
  return Object.hasOwn(PAGE_OUTCOMES, text);
}
