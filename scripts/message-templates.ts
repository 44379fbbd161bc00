// `npm run messages:templates`: hands the texts of our messages in at WhatsApp for approval. Without an account it prints them.
import { readEnvironment } from '#app/services/environment.ts';
import { API_VERSION } from '#app/services/messages/whatsapp-sender.ts';
import { listTemplates, type MessageTemplate } from '#app/text/message-text.ts';

const EXAMPLE = 'KK-2611-00042';
const environment = readEnvironment(process.env);

/** https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates */
function templateOf({ name, body, isCode }: MessageTemplate, language: string) {
  if (isCode)
    return {
      ...{ name, language, category: 'AUTHENTICATION' },
      components: [
        { type: 'BODY', add_security_recommendation: true },
        { type: 'FOOTER', code_expiration_minutes: 5 },
        { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
      ],
    };
  const places = body.match(/\{\{\d\}\}/g) ?? [];
  const example = {
    body_text: [places.map((_, index) => (index === places.length - 1 ? environment.origin : EXAMPLE))],
  };
  return { name, language, category: 'UTILITY', components: [{ type: 'BODY', text: body, example }] };
}

const templates = (['id', 'en'] as const).flatMap((language) =>
  listTemplates(language).map((template) => templateOf(template, language)),
);
const { WHATSAPP_TOKEN: token, WHATSAPP_ACCOUNT_ID: account } = environment;
if (!token || !account) {
  process.stdout.write(`${JSON.stringify(templates, null, 2)}\n`);
} else {
  for (const template of templates) {
    const response = await fetch(`${environment.WHATSAPP_API_ADDRESS}/${API_VERSION}/${account}/message_templates`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(template),
    });
    const answer = response.ok ? 'handed in' : `refused: ${await response.text()}`;
    process.stdout.write(`${template.language} ${template.name}: ${answer}\n`);
    if (!response.ok) process.exitCode = 1;
  }
}
