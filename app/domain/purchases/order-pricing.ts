// What an order costs. Whole rupiah; computed here and nowhere else.

export interface PricedLine {
  readonly unitPriceRupiah: number;
  readonly quantity: number;
}

export interface OrderPrice {
  readonly itemsRupiah: number;
  readonly deliveryRupiah: number;
  readonly discountRupiah: number;
  readonly totalRupiah: number;
}

/** `discountRupiah` is the unique ending of a transfer, subtracted so that it can never look like a fee. */
export function priceOrder(lines: readonly PricedLine[], deliveryRupiah: number, discountRupiah = 0): OrderPrice {
  const itemsRupiah = lines.reduce((sum, line) => sum + line.unitPriceRupiah * line.quantity, 0);
  return { itemsRupiah, deliveryRupiah, discountRupiah, totalRupiah: itemsRupiah + deliveryRupiah - discountRupiah };
}

export function sumPrices(prices: readonly OrderPrice[]): OrderPrice {
  const sum = (pick: (price: OrderPrice) => number) => prices.reduce((total, price) => total + pick(price), 0);
  return {
    itemsRupiah: sum((price) => price.itemsRupiah),
    deliveryRupiah: sum((price) => price.deliveryRupiah),
    discountRupiah: sum((price) => price.discountRupiah),
    totalRupiah: sum((price) => price.totalRupiah),
  };
}
