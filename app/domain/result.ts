// Expected failures as values. Bugs throw; what a user can cause comes back as a code that a route turns into a status and a sentence.

export type Result<T, Code extends string = never> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: Code; readonly field?: string };

export function success<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** `field` names the form field that the failure belongs to, where there is one. */
export function failure<Code extends string>(
  code: Code,
  field?: string,
): { readonly ok: false; readonly code: Code; readonly field?: string } {
  return field === undefined ? { ok: false, code } : { ok: false, code, field };
}

/** For callers to whom a failure would be a bug (the seed, a test). Throws with the code. */
export function mustSucceed<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`expected success, got '${result.code}'${result.field ? ` at ${result.field}` : ''}`);
  return result.value;
}
