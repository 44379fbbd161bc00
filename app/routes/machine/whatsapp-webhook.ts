// WhatsApp tells us how messages fared and who wants no more of them: the raw body goes to the one command that checks and acts on it.
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { receiveReports } from '#app/domain/messages/receive-reports.server.ts';
import { readVisitor } from '#app/server/access/actor.server.ts';

/** Asked once, when the webhook is set up. */
export async function loader(args: LoaderFunctionArgs) {
  await readVisitor(args, 'machine/whatsapp-webhook');
  const { messageReports } = args.context;
  if (!messageReports) throw new Response(null, { status: 404 });
  const answer = messageReports.answerChallenge(new URL(args.request.url).searchParams);
  if (answer === null) return new Response(null, { status: 403 });
  return new Response(answer, { headers: { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' } });
}

export async function action(args: ActionFunctionArgs) {
  await readVisitor(args, 'machine/whatsapp-webhook');
  const { db, messageReports: reader, now, sealer, log } = args.context;
  if (!reader) throw new Response(null, { status: 404 });
  const input = { body: await args.request.text(), signature: args.request.headers.get('X-Hub-Signature-256') };
  const received = await receiveReports(db, { reader, input, now: now(), sealer });
  if (!received.ok) return new Response(null, { status: 400 });
  for (const message of received.value.undelivered) log.warn(message, 'message not delivered');
  return new Response(null, { status: 200 });
}
