// How the mats of one shop arrive: collected at a public place, or brought to a village for the price beside it.
import { formatRupiah } from '#app/domain/money.ts';
import type { FormProblem } from '#app/server/forms/forms.server.ts';
import type { Text } from '#app/text/text.ts';
import { Chips, TextField } from '#app/ui/parts/fields.tsx';

interface DeliveryShop {
  shopId: string;
  shopName: string;
  pickupPoint: { name: string; hours: string } | null;
  rates: readonly { areaCode: string; areaName: string; feeRupiah: number }[];
  lines: readonly { variantId: string; title: string; quantity: number }[];
}

export function DeliveryFields({
  shop,
  words,
  problem,
  text,
}: {
  shop: DeliveryShop;
  words: Text['checkout'];
  problem: FormProblem | undefined;
  text: Text['form'];
}) {
  const pickup = shop.pickupPoint
    ? [['pickup', words.pickup(shop.pickupPoint.name, shop.pickupPoint.hours)] as const]
    : [];
  const rates = shop.rates.map(
    (rate) => [`own_delivery:${rate.areaCode}`, words.bring(rate.areaName, formatRupiah(rate.feeRupiah))] as const,
  );
  return (
    <div className="delivery grid gap-3 border-t border-line pt-4">
      <Chips
        name={`kirim-${shop.shopId}`}
        label={words.from(shop.shopName)}
        hint={shop.lines.map((line) => `${line.quantity} × ${line.title}`).join(', ')}
        options={[...pickup, ...rates]}
        initial={pickup.length > 0 ? 'pickup' : null}
        problem={problem}
        text={text}
      />
      {rates.length > 0 ? (
        <div className="delivery-address">
          <TextField
            name={`alamat-${shop.shopId}`}
            label={words.address}
            hint={words.addressHint}
            autoComplete="street-address"
            maxLength={300}
            problem={problem}
            text={text}
          />
        </div>
      ) : null}
    </div>
  );
}
