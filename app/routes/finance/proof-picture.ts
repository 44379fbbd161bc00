// The picture of an unread receipt, for finance.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { listUnreadProofs } from '#app/domain/orders/order-queries.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { sendPrivatePicture } from '#app/server/views/private-picture.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'finance/proof-picture');
  const { db, privatePictures } = args.context;
  const proof = (await listUnreadProofs(db)).find((entry) => entry.id === args.params.id);
  return sendPrivatePicture(await privatePictures.read(proof?.storeKey));
}
