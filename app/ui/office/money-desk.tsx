// The one next thing that finance does: what has a deadline at a bank first, then people who wait for money, then riddles.
import { href } from '#app/urls.ts';

export function NextMoneyStep({
  disputes,
  proofs,
  refund,
  oddity,
}: {
  disputes: number;
  proofs: number;
  refund: { id: string; amount: string; number: string } | null;
  oddity: { kind: 'event' | 'difference'; id: string; what: string } | null;
}) {
  return (
    <section className="grid justify-items-start gap-3 rounded border-2 border-tarum p-4">
      <p className="text-sm text-soft">Sekarang</p>
      {proofs > 0 ? (
        <>
          <h1 className="text-2xl">{proofs} bukti transfer menunggu dibaca</h1>
          <a className="button" href={href('officeProofs')}>
            Lihat bukti
          </a>
        </>
      ) : refund ? (
        <>
          <h1 className="text-2xl">
            {refund.amount} harus kembali, pesanan {refund.number}
          </h1>
          <a className="button" href={href('officeRefund', { id: refund.id })}>
            Catat pengembalian
          </a>
        </>
      ) : oddity ? (
        <>
          <h1 className="text-2xl">{oddity.what} belum cocok</h1>
          <a className="button" href={href('officeOddity', { kind: oddity.kind, id: oddity.id })}>
            Periksa
          </a>
        </>
      ) : (
        <h1 className="text-2xl">{disputes > 0 ? 'Ada sengketa kartu di bank' : 'Semua uang cocok'}</h1>
      )}
    </section>
  );
}
