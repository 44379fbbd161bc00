// The mat at the buyer's door, for the maker who took the picture, while the order lives.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { findShopOrder } from '#app/domain/orders/order-queries.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { asId } from '#app/server/forms/order-form.server.ts';
import { sendPrivatePicture } from '#app/server/views/private-picture.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'business/delivery-photo');
  const { db, sealer, privatePictures } = args.context;
  const order = await findShopOrder(db, actor, asId(args.params.id), sealer);
  return sendPrivatePicture(await privatePictures.read(order?.deliveryPhotoKey));
}
