// `expand[]=payment_intent.latest_charge`: replaces ids by the objects they name, in a copy.
import type { SimulatorState } from '../state.ts';
import { invalidRequest } from './api-error.ts';

type Fields = Record<string, unknown>;

const DEEPEST = 4;

/** Throws ApiError for a path that leads nowhere or is over four deep. The stored objects stay as they are. */
export function expandAnswer(state: SimulatorState, answer: object, paths: readonly string[]): object {
  const copy = structuredClone(answer);
  for (const path of paths) {
    const names = path.split('.');
    if (names.length > DEEPEST) {
      throw invalidRequest(`You cannot expand more than ${DEEPEST} levels of a property (${path}).`, {
        param: 'expand',
      });
    }
    expandPath(state, copy as Fields, names, path);
  }
  return copy;
}

function expandPath(
  state: SimulatorState,
  object: Fields,
  [name = '', ...rest]: readonly string[],
  path: string,
): void {
  if (name === 'line_items' && object.object === 'checkout.session') object[name] ??= lineItemList(state, object);
  if (!(name in object)) throw notExpandable(path);
  const value = object[name];
  if (value === null) return;
  const found = typeof value === 'string' ? structuredClone(findObject(state, value)) : value;
  if (typeof found !== 'object' || found === null) throw notExpandable(path);
  object[name] = found;
  if (rest.length === 0) return;
  for (const child of Array.isArray(found) ? found : [found]) expandPath(state, child, rest, path);
}

function notExpandable(path: string) {
  return invalidRequest(`This property cannot be expanded (${path}).`, { param: 'expand' });
}

function findObject(state: SimulatorState, id: string): object | undefined {
  const { sessions, paymentIntents, charges, refunds, disputes, payouts, balanceTransactions, coupons } = state;
  const kinds = [sessions, paymentIntents, charges, refunds, disputes, payouts, balanceTransactions, coupons];
  return kinds.map((objects) => objects.get(id)).find((object) => object !== undefined);
}

function lineItemList(state: SimulatorState, session: Fields): object {
  const items = state.lineItems.get(String(session.id)) ?? [];
  return {
    object: 'list',
    data: structuredClone(items.slice(0, 10)),
    has_more: items.length > 10,
    url: `/v1/checkout/sessions/${session.id}/line_items`,
  };
}
