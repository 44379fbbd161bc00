// One click signs in as a person of the demonstration.
import type { ActionFunctionArgs } from '@remix-run/node';
import { requireDemonstration } from '#app/server/access/demonstration.server.ts';
import { startSignedIn } from '#app/server/access/sign-in.server.ts';
import { asId } from '#app/server/forms/order-form.server.ts';

export async function action(args: ActionFunctionArgs) {
  await requireDemonstration(args, 'machine/demo-sign-in');
  const form = await args.request.formData();
  return startSignedIn(args, asId(form.get('accountId')), null);
}
