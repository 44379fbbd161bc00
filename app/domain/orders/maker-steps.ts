// What a maker can say of her order, the state it leads to, and the states in which she may say it.
import type { OrderStatus } from './order-status.ts';

export const MAKER_STEPS = {
  make: { to: 'making', from: ['confirmed'] },
  pack: { to: 'ready', from: ['confirmed', 'making'] },
  send: { to: 'shipped', from: ['ready'] },
  deliver: { to: 'delivered', from: ['shipped'] },
  handOver: { to: 'delivered', from: ['ready'] },
  refuse: { to: 'cancelled', from: ['confirmed', 'making', 'ready'] },
  takeBack: { to: 'returned', from: ['shipped'] },
} as const satisfies Record<string, { to: OrderStatus; from: readonly OrderStatus[] }>;
export type MakerStep = keyof typeof MAKER_STEPS;

/** Until it leaves; then she no longer has it. */
export function canMakerRefuse({ status }: { status: string }): boolean {
  return (MAKER_STEPS.refuse.from as readonly string[]).includes(status);
}
