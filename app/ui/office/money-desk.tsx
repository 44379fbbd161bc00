// The one next thing that finance does: people who wait come first (a transfer to read, money owed back), then riddles. A dispute
// is answered at the gateway and is no step here; it only keeps the page from saying that all is well.
import type { Text } from '#app/text/text.ts';
import { href } from '#app/urls.ts';

export function NextMoneyStep({
  disputes,
  proofs,
  refund,
  oddity,
  text,
}: {
  disputes: number;
  proofs: number;
  refund: { id: string; amount: string; number: string } | null;
  oddity: { kind: 'event' | 'difference'; id: string; what: string } | null;
  text: Text['finance'];
}) {
  return (
    <section className="grid justify-items-start gap-3 rounded border-2 border-tarum p-4">
      <p className="text-sm text-soft">{text.now}</p>
      {proofs > 0 ? (
        <>
          <h1 className="text-2xl">{text.proofsWait(proofs)}</h1>
          <a className="button" href={href('officeProofs')}>
            {text.seeProofs}
          </a>
        </>
      ) : refund ? (
        <>
          <h1 className="text-2xl">{text.mustReturn(refund.amount, refund.number)}</h1>
          <a className="button" href={href('officeRefund', { id: refund.id })}>
            {text.noteRefund}
          </a>
        </>
      ) : oddity ? (
        <>
          <h1 className="text-2xl">{text.unmatched(oddity.what)}</h1>
          <a className="button" href={href('officeOddity', { kind: oddity.kind, id: oddity.id })}>
            {text.check}
          </a>
        </>
      ) : (
        <h1 className="text-2xl">{disputes > 0 ? text.disputesOpen : text.allMatches}</h1>
      )}
    </section>
  );
}
