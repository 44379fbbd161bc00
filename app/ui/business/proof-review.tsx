// A receipt to be held against the bank: the amount to look for, the picture, and two answers.
import { formatRupiah } from '#app/domain/money.ts';
import type { Text } from '#app/text/text.ts';

export function ProofReview({
  proof,
  payRupiah,
  imageAddress,
  action,
  text,
}: {
  proof: { id: string; sent: string; isLikeAnother: boolean };
  payRupiah: number;
  imageAddress: string;
  action: string;
  text: Text['finance']['proof'];
}) {
  return (
    <section id="bukti" className="grid gap-3 rounded border-2 border-tarum p-4">
      <h2 className="text-lg">{text.question(formatRupiah(payRupiah))}</h2>
      <p>{text.about(proof.sent)}</p>
      <a href={imageAddress}>
        <img src={imageAddress} alt={text.picture} className="max-h-80 w-auto border border-line" />
      </a>
      {proof.isLikeAnother ? <p className="border-l-4 border-kunyit pl-3">{text.likeAnother}</p> : null}
      <form method="post" action={action} className="grid gap-3">
        <input type="hidden" name="proofId" value={proof.id} />
        <button type="submit" name="uang" value="masuk" className="button">
          {text.moneyIn}
        </button>
        <button type="submit" name="uang" value="belum" className="button button-quiet">
          {text.notIn}
        </button>
      </form>
    </section>
  );
}
