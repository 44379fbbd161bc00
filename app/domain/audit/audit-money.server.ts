// The nine invariants of orders and money, asked of a whole database. Reads only.
import type { Reader } from '../database.ts';
import type { Invariant } from './check.ts';
import { ORDER_CHECKS } from './order-checks.ts';
import { STOCK_CHECKS } from './stock-checks.ts';
import { TOTAL_CHECKS } from './total-checks.ts';

const CHECKS = [...TOTAL_CHECKS, ...STOCK_CHECKS, ...ORDER_CHECKS].sort((a, b) => a.invariant - b.invariant);

export interface Violation {
  readonly invariant: Invariant;
  readonly check: string;
  readonly subject: string;
  readonly detail: string;
}

/** Empty when everything holds. */
export async function auditMoney(reader: Reader): Promise<Violation[]> {
  const violations: Violation[] = [];
  for (const { invariant, name, broken } of CHECKS) {
    const rows = await reader.$queryRaw<{ subject: string; detail: string }[]>(broken);
    violations.push(...rows.map(({ subject, detail }) => ({ invariant, check: name, subject, detail })));
  }
  return violations;
}
