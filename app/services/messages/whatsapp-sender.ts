// Messages by WhatsApp's Cloud API. A business may only write first with a template that was approved beforehand: `npm run
// messages:templates` hands ours in. https://developers.facebook.com/docs/whatsapp/cloud-api
import { z } from 'zod';
import type { MessageSender, Sent, WordedMessage } from '#app/domain/messages/message-sender.ts';

export interface WhatsAppAccount {
  /** For example `https://graph.facebook.com`. */
  readonly apiAddress: string;
  /** Of a system user, with whatsapp_business_messaging. */
  readonly token: string;
  /** The id of our number, not the number. */
  readonly phoneId: string;
}

export const API_VERSION = 'v23.0';
const TIMEOUT_MS = 10_000;

/** What asking again will never mend: this number has no WhatsApp, or may not be written to. Everything else may be our settings. */
const REJECTIONS = new Set([131_021, 131_026, 131_030, 131_050, 131_051]);

const acceptedAnswer = z.object({ messages: z.array(z.object({ id: z.string() })).min(1) });
const refusedAnswer = z.object({ error: z.object({ code: z.number() }) });

export function createWhatsAppSender({ apiAddress, token, phoneId }: WhatsAppAccount): MessageSender {
  return {
    async send(message) {
      try {
        const response = await fetch(`${apiAddress}/${API_VERSION}/${phoneId}/messages`, {
          method: 'POST',
          headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
          body: JSON.stringify(bodyOf(message)),
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        return read(response.status, await response.json());
      } catch (error) {
        // No line, too slow, or an answer that is no JSON: whether it was taken is not known.
        return { ok: false, code: 'unavailable', reason: error instanceof Error ? error.name : 'unknown' };
      }
    },
  };
}

function read(status: number, answer: unknown): Sent {
  const accepted = acceptedAnswer.safeParse(answer);
  if (status < 300 && accepted.success) return { ok: true, providerId: accepted.data.messages[0]?.id ?? null };
  const refused = refusedAnswer.safeParse(answer);
  const code = refused.success ? refused.data.error.code : 0;
  return { ok: false, code: REJECTIONS.has(code) ? 'rejected' : 'unavailable', reason: `${status}/${code}` };
}

function bodyOf({ id, phone, template, language, values, isCode }: WordedMessage) {
  // A line break or a row of spaces in a value is refused.
  const parameters = values.map((text) => ({ type: 'text', text: text.replace(/\s+/g, ' ') }));
  const body = { type: 'body', parameters };
  // The button that copies the code wants it once more.
  const copy = { type: 'button', sub_type: 'url', index: '0', parameters };
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: phone,
    biz_opaque_callback_data: id,
    type: 'template',
    template: { name: template, language: { code: language }, components: isCode ? [body, copy] : [body] },
  };
}
