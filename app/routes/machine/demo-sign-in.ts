// One click signs in as a person of the demonstration.
import type { ActionFunctionArgs } from '@remix-run/node';
import { requireDemonstration } from '#app/server/demonstration.server.ts';
import { asId } from '#app/server/order-form.server.ts';
import { startSignedIn } from '#app/server/sign-in.server.ts';

export async function action(args: ActionFunctionArgs) {
  await requireDemonstration(args, 'machine/demo-sign-in');
  const form = await args.request.formData();
  return startSignedIn(args, asId(form.get('accountId')), null);
}
