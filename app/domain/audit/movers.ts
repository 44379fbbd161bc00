// Who may move an order along which edge, written by hand from the design and not from the code that moves it.
import type { OrderStatus } from '../orders/order-status.ts';

/** `maker` is the one whose shop it is, or who acts for her; `system` a clock or the card gateway. */
type Mover = 'buyer' | 'maker' | 'finance' | 'system';

export const MOVERS: readonly (readonly [from: OrderStatus, to: OrderStatus, mover: Mover])[] = [
  ['pending', 'confirmed', 'buyer'],
  ['pending', 'confirmed', 'maker'],
  ['pending', 'confirmed', 'finance'],
  ['pending', 'confirmed', 'system'],
  ['pending', 'cancelled', 'buyer'],
  ['pending', 'expired', 'system'],
  ['expired', 'confirmed', 'maker'],
  ['expired', 'confirmed', 'finance'],
  ['expired', 'confirmed', 'system'],
  ['confirmed', 'making', 'maker'],
  ['confirmed', 'ready', 'maker'],
  ['confirmed', 'cancelled', 'maker'],
  ['confirmed', 'cancelled', 'system'],
  // Only where another maker took it over: a check of its own asks that.
  ['confirmed', 'cancelled', 'buyer'],
  ['making', 'ready', 'maker'],
  ['making', 'cancelled', 'maker'],
  ['making', 'cancelled', 'buyer'],
  ['ready', 'shipped', 'maker'],
  ['ready', 'delivered', 'maker'],
  ['ready', 'cancelled', 'maker'],
  ['ready', 'cancelled', 'buyer'],
  ['shipped', 'delivered', 'maker'],
  ['shipped', 'delivered', 'buyer'],
  ['shipped', 'returned', 'maker'],
  ['delivered', 'completed', 'buyer'],
  ['delivered', 'completed', 'system'],
];
