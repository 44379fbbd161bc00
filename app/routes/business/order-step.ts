// The maker moves her order one step along, or answers whether a transfer has come in.
import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { MAKER_STEPS, type MakerStep } from '#app/domain/orders/maker-steps.ts';
import { stepOrder } from '#app/domain/orders/step-order.server.ts';
import { reviewProof } from '#app/domain/payments/review-proof.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { limitRate } from '#app/server/access/rate-limit.server.ts';
import { parseForm } from '#app/server/forms/forms.server.ts';
import { asId } from '#app/server/forms/order-form.server.ts';
import { href } from '#app/urls.ts';

const schema = z.object({
  langkah: z.enum(Object.keys(MAKER_STEPS) as [MakerStep, ...MakerStep[]]).optional(),
  kode: z.string().trim().max(10).optional(),
  alasan: z.string().trim().max(200, 'tooLong').optional(),
  proofId: z.uuid().optional(),
  uang: z.enum(['masuk', 'belum']).optional(),
});

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'business/order-step');
  const { db, now, sealer } = args.context;
  const orderId = asId(args.params.id);
  const form = await parseForm(args.request, schema);
  const here = (kabar?: string) => redirect(href('businessOrder', { id: orderId }, { kabar }));
  if (!form.ok) return here(form.errors.alasan ?? 'conflict');
  const { langkah, kode, alasan, proofId, uang } = form.value;
  // The buyer's four digits prove that the mat was fetched: they are not for the maker to guess.
  if (langkah === 'handOver') await limitRate('pickupCode', orderId);
  const shared = { actor, now: now(), sealer };
  const done =
    proofId && uang
      ? await reviewProof(db, {
          ...shared,
          input: { proofId, orderId, isMoneyIn: uang === 'masuk', reason: 'not_in_account' },
        })
      : langkah
        ? await stepOrder(db, {
            ...shared,
            input: { orderId, step: langkah, ...(kode ? { code: kode } : {}), ...(alasan ? { reason: alasan } : {}) },
          })
        : null;
  if (done && !done.ok && done.code === 'notFound') throw new Response(null, { status: 404 });
  return here(done === null ? 'conflict' : done.ok ? undefined : done.code);
}
