// What a buyer's buttons send: the link in the address, the order in a hidden field. Anything that is not an id is an order that
// does not exist.
import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import type { Database } from '#app/domain/database.ts';
import { isRowId, NO_ROW_ID } from '#app/domain/ids.ts';
import type { LinkedOrderAct } from '#app/domain/orders/find-own-order.server.ts';
import type { Result } from '#app/domain/result.ts';
import { href } from '#app/urls.ts';

export function asId(text: unknown): string {
  return isRowId(text) ? text : NO_ROW_ID;
}

/** Runs one of the buyer's commands on an order of her link, and goes back to her page, which says what has become of it. */
export async function actOnLinkedOrder(
  { request, params, context }: ActionFunctionArgs,
  command: (db: Database, act: LinkedOrderAct, form: FormData) => Promise<Result<unknown, 'notFound' | 'conflict'>>,
) {
  const { db, now, sealer } = context;
  const token = params.token ?? '';
  const form = await request.formData();
  const orderId = asId(form.get('orderId'));
  const done = await command(db, { input: { token, orderId }, now: now(), sealer }, form);
  if (!done.ok && done.code === 'notFound') throw new Response(null, { status: 404 });
  return redirect(href('order', { token }, done.ok ? undefined : { kabar: done.code }));
}
