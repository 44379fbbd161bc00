// An order in the maker's hands: one row in the inbox, and the form of its one next step.
import { formatRupiah } from '#app/domain/money.ts';
import type { MakerAction } from '#app/domain/orders/next-step.ts';
import type { FormProblem } from '#app/server/forms/forms.server.ts';
import type { Text } from '#app/text/text.ts';
import { ErrorSummary, TextField } from '#app/ui/parts/fields.tsx';
import { StatusTag } from '#app/ui/parts/status-tag.tsx';
import { href } from '#app/urls.ts';
import { DoorPhoto } from './door-photo.tsx';

export const ACTION_WORDS: Readonly<Record<NonNullable<MakerAction>, string>> = {
  reviewProof: 'Lihat bukti transfer',
  make: 'Terima, mulai menenun',
  pack: 'Sudah dibungkus',
  send: 'Berangkat diantar',
  deliver: 'Sudah sampai ke pembeli',
  handOver: 'Sudah diambil pembeli',
  refuse: 'Tidak bisa memenuhi',
  takeBack: 'Pembeli menolak, keset kembali',
};

export interface OrderRow {
  id: string;
  number: string;
  status: string;
  totalRupiah: number;
  mats: number;
  action: MakerAction;
  late: string | null;
}

export function OrderRows({ orders, words }: { orders: readonly OrderRow[]; words: Text['order']['status'] }) {
  return (
    <ul>
      {orders.map((order) => (
        <li key={order.id} className="grid grid-cols-[1fr_auto] gap-x-3 border-t border-line py-3">
          <a href={href('businessOrder', { id: order.id })} className="font-semibold">
            {order.number}
          </a>
          {order.late ? (
            <span className="tag tag-late">{order.late}</span>
          ) : (
            <StatusTag status={order.status} words={words} />
          )}
          <span className="text-soft">
            {order.mats} keset · {formatRupiah(order.totalRupiah)}
          </span>
          <span />
          {order.action ? <span className="col-span-2">{ACTION_WORDS[order.action]}</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** The primary button of an order, with what it needs: the buyer's code when a mat is collected, a photo when it is brought. */
export function StepForm({
  orderId,
  action,
  problem,
  text,
}: {
  orderId: string;
  action: NonNullable<MakerAction>;
  problem?: FormProblem | undefined;
  text: Text;
}) {
  if (action === 'reviewProof') {
    return (
      <a className="button" href={`${href('businessOrder', { id: orderId })}#bukti`}>
        {ACTION_WORDS.reviewProof}
      </a>
    );
  }
  return (
    <form
      method="post"
      action={href('businessOrderStep', { id: orderId })}
      encType={action === 'deliver' ? 'multipart/form-data' : undefined}
      className="grid gap-3"
    >
      <ErrorSummary problem={problem} text={text.form} />
      {action === 'handOver' ? (
        <TextField
          name="kode"
          label="Kode dari pembeli"
          hint="4 angka di halaman pesanannya."
          inputMode="numeric"
          maxLength={4}
          required
          problem={problem}
          text={text.form}
        />
      ) : null}
      {action === 'deliver' ? <DoorPhoto problem={problem} text={text} /> : null}
      <button type="submit" name="langkah" value={action} className="button">
        {ACTION_WORDS[action]}
      </button>
    </form>
  );
}
