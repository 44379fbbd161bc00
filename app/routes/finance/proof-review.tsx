// Finance: transfer proofs that nobody has answered yet, oldest first.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { formatInstant } from '#app/domain/dates.ts';
import { listUnreadProofs } from '#app/domain/orders/order-queries.server.ts';
import { listLikeOthers } from '#app/domain/payments/proof-likeness.server.ts';
import { countRefusals, isHandedOver } from '#app/domain/payments/proof-rules.ts';
import { reviewProof } from '#app/domain/payments/review-proof.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { formProblem, parseForm } from '#app/server/forms/forms.server.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { textOf } from '#app/text/text.ts';
import { ProofReview } from '#app/ui/business/proof-review.tsx';
import { FinanceNav } from '#app/ui/frames/finance-nav.tsx';
import { titled } from '#app/ui/frames/page-title.ts';
import { ErrorSummary } from '#app/ui/parts/fields.tsx';
import { href } from '#app/urls.ts';

const schema = z.object({ proofId: z.uuid('notFound'), uang: z.enum(['masuk', 'belum'], 'notAChoice') });

export const meta = titled((text) => text.finance.proofs);

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'finance/proof-review');
  const { db, now } = args.context;
  const { language } = readLanguage(args.request);
  const proofs = await listUnreadProofs(db);
  const ids = proofs.map(({ id }) => id);
  const alike = await listLikeOthers(db, ids, now());
  return {
    language,
    proofs: proofs.map((proof) => ({
      id: proof.id,
      sent: formatInstant(proof.submittedAt, language),
      isLikeAnother: alike.has(proof.id),
      payRupiah: proof.payment.amountRupiah,
      isHandedOver: isHandedOver(countRefusals(proof.payment.proofs)),
      orderNumber: proof.payment.order?.number ?? '',
      shopName: proof.payment.order?.shop.name ?? '',
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'finance/proof-review');
  const { db, now, sealer } = args.context;
  const form = await parseForm(args.request, schema);
  if (!form.ok) return data(form, { status: 422 });
  const input = { proofId: form.value.proofId, isMoneyIn: form.value.uang === 'masuk', reason: 'not_in_account' };
  const done = await reviewProof(db, { actor, input, now: now(), sealer });
  if (!done.ok)
    return data(formProblem(done.code, done.field, form.values), { status: done.code === 'notFound' ? 404 : 409 });
  return redirect(href('officeProofs'));
}

export default function Proofs() {
  const { language, proofs } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { finance: text, form } = textOf(language);
  return (
    <>
      <FinanceNav current="proofs" text={text} />
      <h1 className="text-2xl">{text.proofs}</h1>
      <ErrorSummary problem={problem} text={form} />
      {proofs.length === 0 ? <p>{text.allRead}</p> : null}
      <div className="grid gap-6 lg:grid-cols-2">
        {proofs.map((proof) => (
          <div key={proof.id} className="grid gap-2">
            <p>
              <b>{proof.orderNumber}</b> · {proof.shopName}
            </p>
            {proof.isHandedOver ? <p className="font-semibold text-mengkudu">{text.proof.refusedTwice}</p> : null}
            <ProofReview
              proof={proof}
              payRupiah={proof.payRupiah}
              imageAddress={href('officeProofPicture', { id: proof.id })}
              action={href('officeProofs')}
              text={text.proof}
            />
          </div>
        ))}
      </div>
    </>
  );
}
