// Stripe's form encoding (`line_items[0][price_data][currency]=idr`) -> nested objects and arrays of strings.
import { invalidRequest } from './api-error.ts';

export type FormValue = string | FormValue[] | { [name: string]: FormValue };
type Branch = Map<string, string | Branch>;

/** `text` is a query or a body without its leading `?`. Throws ApiError 400 when a name cannot be read. */
export function decodeForm(text: string): { [name: string]: FormValue } {
  const root: Branch = new Map();
  for (const [name, value] of new URLSearchParams(text)) placeValue(root, name, value);
  return Object.fromEntries([...root].map(([name, branch]) => [name, unfold(branch)]));
}

function placeValue(root: Branch, name: string, value: string): void {
  const segments = splitName(name);
  const last = segments.pop() ?? '';
  let branch = root;
  for (const segment of segments) {
    const next = branch.get(segment) ?? new Map();
    if (typeof next === 'string') throw invalidRequest(`Invalid object: ${name}`, { param: name });
    branch.set(segment, next);
    branch = next;
  }
  branch.set(last === '' ? String(branch.size) : last, value);
}

function splitName(name: string): string[] {
  const [, first, rest] = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name) ?? [];
  if (!first) throw invalidRequest(`Invalid parameter name: ${name}`);
  return rest ? [first, ...rest.slice(1, -1).split('][')] : [first];
}

function unfold(branch: string | Branch): FormValue {
  if (typeof branch === 'string') return branch;
  const isList = branch.size > 0 && [...branch.keys()].every((key, index) => key === String(index));
  if (isList) return [...branch.values()].map(unfold);
  return Object.fromEntries([...branch].map(([name, value]) => [name, unfold(value)]));
}
