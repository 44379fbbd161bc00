// The states of an order and the moves between them. Nobody but move-order.server.ts writes Order.status.
import type { StateTable } from '../state-table.ts';

export const ORDER_STATUSES = [
  'pending',
  'confirmed',
  'making',
  'ready',
  'shipped',
  'delivered',
  'completed',
  'expired',
  'cancelled',
  'returned',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export const ORDER_MOVES = {
  pending: ['confirmed', 'expired', 'cancelled'],
  confirmed: ['making', 'ready', 'cancelled'],
  making: ['ready', 'cancelled'],
  ready: ['shipped', 'delivered', 'cancelled'],
  shipped: ['delivered', 'returned'],
  delivered: ['completed'],
  completed: [],
  // Money that arrives late brings an order back when its mats can be held again (settle-checkout, review-proof).
  expired: ['confirmed'],
  cancelled: [],
  returned: [],
} as const satisfies StateTable<OrderStatus>;

/** Nothing more is expected to happen. */
export const ENDED: readonly OrderStatus[] = ['completed', 'expired', 'cancelled', 'returned'];
/** The maker has something to do, most urgent first. */
export const MAKER_ACTS: readonly OrderStatus[] = ['confirmed', 'making', 'ready', 'shipped'];
