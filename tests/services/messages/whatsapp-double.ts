// WhatsApp's Cloud API on this machine: takes messages, and reports on them to our webhook as Meta does, signed.
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll } from 'vitest';
import { href } from '#app/urls.ts';
import type { TestSite } from '#tests/support/site.ts';

export const WHATSAPP_KEYS = {
  WHATSAPP_APP_SECRET: 'abcdef0123456789abcdef0123456789',
  WHATSAPP_VERIFY_TOKEN: 'a-word-of-the-office-itself',
};

interface Taken {
  readonly wamid: string;
  /** What the sender named it. */
  readonly ours: string;
  readonly to: string;
}

export function sign(body: string, secret = WHATSAPP_KEYS.WHATSAPP_APP_SECRET): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** Call at the top of a test file. */
export function useWhatsApp(site: TestSite) {
  const taken: Taken[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { to, biz_opaque_callback_data: ours } = JSON.parse(Buffer.concat(chunks).toString());
    taken.push({ wamid: `wamid.${taken.length}`, ours, to });
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ messages: [{ id: taken.at(-1)?.wamid }] }));
  });
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => server.close());
  const post = (value: object, { signature, object = 'whatsapp_business_account' }: PostOptions = {}) => {
    const metadata = { display_phone_number: '622100000000', phone_number_id: '106540352242922' };
    const change = { field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...value } };
    const body = JSON.stringify({ object, entry: [{ id: '102290129340398', changes: [change] }] });
    const headers = { 'Content-Type': 'application/json', 'X-Hub-Signature-256': signature ?? sign(body) };
    return site.fetch(href('whatsAppWebhook'), { method: 'POST', body, headers });
  };
  return {
    taken,
    get address() {
      const address = server.address();
      return `http://127.0.0.1:${address && typeof address !== 'string' ? address.port : 0}`;
    },
    post,
    /** `isNamed`: with our own name for it, as most reports are. */
    report(message: Taken, status: 'sent' | 'delivered' | 'read' | 'failed', { isNamed = true, code = 131_026 } = {}) {
      return post({ statuses: [statusOf(message, status, { isNamed, code })] });
    },
    say(from: string, text: string, at: Date) {
      const timestamp = String(Math.floor(at.getTime() / 1000));
      const contact = { profile: { name: 'Rina' }, wa_id: from };
      const message = { from, id: 'wamid.in', timestamp, type: 'text', text: { body: text } };
      return post({ contacts: [contact], messages: [message] });
    },
  };
}

interface PostOptions {
  readonly signature?: string;
  readonly object?: string;
}

function statusOf(message: Taken, status: string, { isNamed, code }: { isNamed: boolean; code: number }) {
  return {
    id: message.wamid,
    status,
    timestamp: '1764200000',
    recipient_id: message.to.replace('+', ''),
    ...(isNamed ? { biz_opaque_callback_data: message.ours } : {}),
    ...(status === 'failed' ? { errors: [{ code, title: 'Message undeliverable' }] } : {}),
  };
}
