// The picture of a receipt, for the maker it was sent to.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { findShopOrder } from '#app/domain/orders/order-queries.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { asId } from '#app/server/forms/order-form.server.ts';
import { sendPrivatePicture } from '#app/server/views/private-picture.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'business/order-proof');
  const { db, sealer, privatePictures } = args.context;
  const order = await findShopOrder(db, actor, asId(args.params.id), sealer);
  const proof = order?.payments.flatMap((payment) => payment.proofs).find((entry) => entry.id === args.params.proofId);
  return sendPrivatePicture(await privatePictures.read(proof?.storeKey));
}
