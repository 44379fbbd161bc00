// A receipt to be held against the bank: the amount to look for, the picture, and two answers.
import { formatRupiah } from '#app/domain/money.ts';

export function ProofReview({
  proof,
  payRupiah,
  imageAddress,
  action,
}: {
  proof: { id: string; sent: string };
  payRupiah: number;
  imageAddress: string;
  action: string;
}) {
  return (
    <section id="bukti" className="grid gap-3 rounded border-2 border-tarum p-4">
      <h2 className="text-lg">Uang {formatRupiah(payRupiah)} sudah masuk?</h2>
      <p>Lihat rekeningnya dulu. Foto saja belum berarti uang masuk. Dikirim {proof.sent}.</p>
      <a href={imageAddress}>
        <img src={imageAddress} alt="Bukti transfer dari pembeli" className="max-h-80 w-auto border border-line" />
      </a>
      <form method="post" action={action} className="grid gap-3">
        <input type="hidden" name="proofId" value={proof.id} />
        <button type="submit" name="uang" value="masuk" className="button">
          Uang sudah masuk
        </button>
        <button type="submit" name="uang" value="belum" className="button button-quiet">
          Belum masuk
        </button>
      </form>
    </section>
  );
}
