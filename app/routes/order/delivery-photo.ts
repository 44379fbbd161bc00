// The mat at her door, for who holds the link of the purchase.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { findLinkedOrder } from '#app/domain/orders/find-own-order.server.ts';
import { readVisitor } from '#app/server/access/actor.server.ts';
import { asId } from '#app/server/forms/order-form.server.ts';
import { sendPrivatePicture } from '#app/server/views/private-picture.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  await readVisitor(args, 'order/delivery-photo');
  const { db, privatePictures } = args.context;
  const order = await findLinkedOrder(db, args.params.token ?? '', asId(args.params.orderId));
  return sendPrivatePicture(await privatePictures.read(order?.deliveryPhotoKey));
}
