// The sender against a local server that speaks the Cloud API: what it asks, and what it makes of every kind of answer.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WordedMessage } from '#app/domain/messages/message-sender.ts';
import { createWhatsAppSender } from '#app/services/messages/whatsapp-sender.ts';

interface Asked {
  path: string;
  authorization: string | undefined;
  body: { to: string; template: { name: string; language: { code: string }; components: unknown[] } };
}

const TOKEN = 'EAAG-the-token-of-our-system-user';
const MESSAGE: WordedMessage = {
  id: '01890000-0000-7000-8000-000000000001',
  phone: '+6281234567890',
  template: 'keset_order_for_maker',
  language: 'id',
  values: ['KK-2611-00042', 'Rp 35.000', 'https://keset.example/usaha/pesanan/1'],
  isCode: false,
};
const asked: Asked[] = [];
let answer: (response: ServerResponse) => void;
const server = createServer((request, response) => void read(request).then(() => answer(response)));
let sender: ReturnType<typeof createWhatsAppSender>;

async function read(request: IncomingMessage): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { url: path = '', headers } = request;
  asked.push({ path, authorization: headers.authorization, body: JSON.parse(Buffer.concat(chunks).toString()) });
}

const saying = (status: number, body: string) => (response: ServerResponse) =>
  void response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
const taken = saying(200, '{"messaging_product":"whatsapp","contacts":[],"messages":[{"id":"wamid.HBgN"}]}');

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  sender = createWhatsAppSender({
    apiAddress: `http://127.0.0.1:${address.port}`,
    token: TOKEN,
    phoneId: '106540352242922',
  });
});
afterAll(() => server.close());

describe('what is asked', () => {
  it('is our approved text by its name, with what fills it', async () => {
    answer = taken;
    expect(await sender.send({ ...MESSAGE, values: ['KK-2611-00042', 'Rp 35.000', 'Toko\n  Sari'] })).toEqual({
      ok: true,
      providerId: 'wamid.HBgN',
    });
    const last = asked.at(-1);
    expect(last).toMatchObject({
      path: '/v23.0/106540352242922/messages',
      authorization: `Bearer ${TOKEN}`,
      body: {
        messaging_product: 'whatsapp',
        to: '+6281234567890',
        type: 'template',
        biz_opaque_callback_data: MESSAGE.id,
      },
    });
    expect(last?.body.template).toEqual({
      name: 'keset_order_for_maker',
      language: { code: 'id' },
      components: [
        {
          type: 'body',
          parameters: ['KK-2611-00042', 'Rp 35.000', 'Toko Sari'].map((text) => ({ type: 'text', text })),
        },
      ],
    });
  });

  it('carries a code twice: in the text, and for the button that copies it', async () => {
    answer = taken;
    await sender.send({ ...MESSAGE, template: 'keset_sign_in_code', values: ['123456'], isCode: true });
    const parameters = [{ type: 'text', text: '123456' }];
    expect(asked.at(-1)?.body.template.components).toEqual([
      { type: 'body', parameters },
      { type: 'button', sub_type: 'url', index: '0', parameters },
    ]);
  });
});

describe('what comes back', () => {
  const refusal = (code: number) => JSON.stringify({ error: { message: 'x', type: 'OAuthException', code } });
  it.each([
    ['a number without WhatsApp', saying(400, refusal(131_026)), 'rejected', '400/131026'],
    ['too many at once', saying(429, refusal(130_429)), 'unavailable', '429/130429'],
    ['a token that has run out', saying(401, refusal(190)), 'unavailable', '401/190'],
    ['a text that is not approved yet', saying(404, refusal(132_001)), 'unavailable', '404/132001'],
    ['an error of theirs', saying(500, refusal(131_000)), 'unavailable', '500/131000'],
    ['a page of a proxy', saying(502, '<html>'), 'unavailable', 'SyntaxError'],
    ['a yes without an id', saying(200, '{}'), 'unavailable', '200/0'],
    ['a cut line', (response: ServerResponse) => void response.destroy(), 'unavailable', 'TypeError'],
  ])('%s', async (_, say, code, reason) => {
    answer = say;
    expect(await sender.send(MESSAGE)).toEqual({ ok: false, code, reason });
  });
});
