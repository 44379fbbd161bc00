// The maker moves her order one step along, or answers whether a transfer has come in.
import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { findOwnOrder } from '#app/domain/orders/find-own-order.server.ts';
import { MAKER_STEPS, type MakerStep } from '#app/domain/orders/maker-steps.ts';
import { awaitsPhoto, stepOrder } from '#app/domain/orders/step-order.server.ts';
import { reviewProof } from '#app/domain/payments/review-proof.server.ts';
import { failure, type Result } from '#app/domain/result.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { limitRate } from '#app/server/access/rate-limit.server.ts';
import { parseFields } from '#app/server/forms/forms.server.ts';
import { asId } from '#app/server/forms/order-form.server.ts';
import { keepPrivatePicture } from '#app/server/forms/received-photos.server.ts';
import { href } from '#app/urls.ts';

/** To refuse has a page of its own, which keeps what she wrote. */
const STEPS = (Object.keys(MAKER_STEPS) as MakerStep[]).filter((step) => step !== 'refuse');

const schema = z.object({
  langkah: z.enum(STEPS).optional(),
  kode: z.string().trim().max(10).optional(),
  proofId: z.uuid().optional(),
  uang: z.enum(['masuk', 'belum']).optional(),
});

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'business/order-step');
  const { db, now, sealer } = args.context;
  const orderId = asId(args.params.id);
  const sent = await args.request.formData();
  const form = parseFields(sent, schema);
  if (!form.ok) return tell(orderId, failure('conflict'));
  const { langkah, kode, proofId, uang } = form.value;
  // The buyer's four digits prove that the mat was fetched: they are not for the maker to guess.
  if (langkah === 'handOver') await limitRate('pickupCode', orderId);
  const shared = { actor, now: now(), sealer };
  if (proofId && uang) {
    const input = { proofId, orderId, isMoneyIn: uang === 'masuk', reason: 'not_in_account' };
    return tell(orderId, await reviewProof(db, { ...shared, input }));
  }
  if (!langkah) return tell(orderId, failure('conflict'));
  const order = await findOwnOrder(db, actor, orderId);
  // Asked before the picture is kept: neither a stranger nor a second press fills the disk.
  const photo = order && awaitsPhoto(order, langkah) ? await keepPrivatePicture(sent, 'foto', args.context) : null;
  if (photo && !photo.ok) return tell(orderId, photo);
  const proven = { ...(kode ? { code: kode } : {}), ...(photo ? { photoKey: photo.value.storeKey } : {}) };
  return tell(orderId, await stepOrder(db, { ...shared, input: { orderId, step: langkah, ...proven } }));
}

/** Back to the order, which says what is wrong. */
function tell(id: string, done: Result<unknown, string>): Response {
  if (done.ok) return redirect(href('businessOrder', { id }));
  if (done.code === 'notFound') throw new Response(null, { status: 404 });
  const kabar = done.code === 'required' && done.field === 'foto' ? 'photoMissing' : done.code;
  return redirect(href('businessOrder', { id }, { kabar }));
}
