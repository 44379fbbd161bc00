// The one next action of an order, for the maker and for the buyer. Pure, so that the screen, the inbox and the tests agree.

import type { MakerStep } from './maker-steps.ts';
import type { OrderStatus } from './order-status.ts';

interface OrderFacts {
  readonly status: string;
  readonly method: string;
  readonly delivery: string;
  readonly promisedOn: Date | null;
  readonly hasUnreadProof: boolean;
}

export type MakerAction = MakerStep | 'reviewProof' | null;

export function makerAction(order: OrderFacts): MakerAction {
  if (order.hasUnreadProof) return 'reviewProof';
  switch (order.status as OrderStatus) {
    case 'confirmed':
      return order.promisedOn ? 'make' : 'pack';
    case 'making':
      return 'pack';
    case 'ready':
      return order.delivery === 'pickup' ? 'handOver' : 'send';
    case 'shipped':
      return 'deliver';
    default:
      return null;
  }
}

export type BuyerAction = 'confirm' | 'sendProof' | 'proveLate' | 'payCard' | 'received' | 'allFine' | null;

export function buyerAction(order: OrderFacts): BuyerAction {
  switch (order.status as OrderStatus) {
    case 'pending':
      if (order.method === 'cod') return 'confirm';
      if (order.method === 'card') return 'payCard';
      return order.hasUnreadProof ? null : 'sendProof';
    case 'expired':
      return order.method === 'transfer' && !order.hasUnreadProof ? 'proveLate' : null;
    case 'shipped':
      return 'received';
    case 'delivered':
      return 'allFine';
    default:
      return null;
  }
}
