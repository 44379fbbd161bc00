// What WhatsApp's Cloud API tells our webhook: proved by its signature, and reduced to what we act on.
// https://developers.facebook.com/docs/whatsapp/cloud-api/guides/set-up-webhooks
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { DeliveryReport, MessageReports, NewsWish, ReportReader } from '#app/domain/messages/message-reports.ts';

export interface WebhookKeys {
  /** Of the app at Meta: signs every body. */
  readonly appSecret: string;
  /** Ours, told to Meta when the webhook is set up. */
  readonly verifyToken: string;
}

const status = z.object({
  id: z.string(),
  status: z.string(),
  biz_opaque_callback_data: z.string().optional(),
  errors: z.array(z.object({ code: z.number() })).optional(),
});
const inbound = z.object({
  from: z.string().regex(/^\d{5,20}$/),
  timestamp: z.string().regex(/^\d{1,12}$/),
  text: z.object({ body: z.string() }),
});
/** Each part is read by itself: one of a kind that we do not know takes nothing from the others. */
const envelope = z.object({
  object: z.literal('whatsapp_business_account'),
  entry: z.array(
    z.object({
      changes: z.array(
        z.object({
          value: z.object({ statuses: z.array(z.unknown()).default([]), messages: z.array(z.unknown()).default([]) }),
        }),
      ),
    }),
  ),
});

const WORDS = new Map([
  ['stop', true],
  ['berhenti', true],
  ['mulai', false],
  ['start', false],
]);
const NOTHING: MessageReports = { deliveries: [], wishes: [] };

export function createWhatsAppReports({ appSecret, verifyToken }: WebhookKeys): ReportReader {
  return {
    read({ body, signature }) {
      const expected = `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
      return signature !== null && isSame(signature, expected) ? readBody(body) : null;
    },
    answerChallenge(query) {
      if (query.get('hub.mode') !== 'subscribe' || !isSame(query.get('hub.verify_token') ?? '', verifyToken))
        return null;
      return query.get('hub.challenge');
    },
  };
}

function isSame(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function readBody(body: string): MessageReports {
  const read = envelope.safeParse(parse(body));
  if (!read.success) return NOTHING;
  const values = read.data.entry.flatMap(({ changes }) => changes.map(({ value }) => value));
  return {
    deliveries: values.flatMap(({ statuses }) => statuses.flatMap(readDelivery)),
    wishes: values.flatMap(({ messages }) => messages.flatMap(readWish)),
  };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** Read is delivered too: the report of the delivery may be lost. `sent` we know by ourselves. */
function readDelivery(given: unknown): DeliveryReport[] {
  const { success, data } = status.safeParse(given);
  if (!success || !['delivered', 'read', 'failed'].includes(data.status)) return [];
  const outcome = data.status === 'failed' ? 'failed' : 'delivered';
  const code = data.errors?.[0]?.code;
  const reason = outcome === 'failed' ? String(code ?? 'unknown') : null;
  return [{ providerId: data.id, messageId: data.biz_opaque_callback_data ?? null, outcome, reason }];
}

function readWish(given: unknown): NewsWish[] {
  const { success, data } = inbound.safeParse(given);
  const word = success ? data.text.body.toLowerCase().replace(/[^a-z]/g, '') : '';
  const isStopped = WORDS.get(word);
  if (!success || isStopped === undefined) return [];
  return [{ phone: `+${data.from}`, isStopped, saidAt: new Date(Number(data.timestamp) * 1000) }];
}
