// Checks what goes in and out of the simulator against contract.json, which is generated from stripe-node's own types.
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { type ApiError, invalidRequest } from './api/api-error.ts';
import type { FormValue } from './api/form-data.ts';
import contract from './contract.json' with { type: 'json' };

export type ContractName = keyof typeof contract.roots;

/** The API version whose types the contract was made from. */
export const CONTRACT_API_VERSION: string = contract.apiVersion;

/** Our own answer or event breaks the contract: a bug of the simulator, never of its caller. */
export class ContractViolation extends Error {}

// A form carries text only, so requests are read with coercion; answers are checked as they are.
const requestSchemas = loadSchemas({ coerceTypes: true });
const answerSchemas = loadSchemas({ coerceTypes: false });

function loadSchemas(options: { coerceTypes: boolean }) {
  // Unoptimised code checks as fast as is needed and compiles in half the time.
  const ajv = new Ajv2020({ ...options, strict: false, code: { optimize: false } });
  ajv.addSchema({ $id: 'contract', $defs: contract.$defs });
  const compiled = new Map<ContractName, ValidateFunction>();
  return (name: ContractName): ValidateFunction => {
    const known = compiled.get(name) ?? ajv.compile({ $ref: `contract${contract.roots[name].$ref}` });
    compiled.set(name, known);
    return known;
  };
}

/** The parameters with numbers and booleans read, typed by the caller. Throws ApiError as Stripe would answer. */
export function readRequest<Params>(name: ContractName, form: { [name: string]: FormValue }): Params {
  const check = requestSchemas(name);
  const params = structuredClone(form);
  if (!check(params)) throw requestError(check.errors ?? []);
  return params as Params;
}

/** Throws ContractViolation when the object is not of the named shape. */
export function assertAnswer(name: ContractName, answer: unknown): void {
  const check = answerSchemas(name);
  if (check(answer)) return;
  const reasons = (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  throw new ContractViolation(`${name}: ${reasons.join('; ')}`);
}

/** The shape of an event by its type. Throws ContractViolation for a type the contract does not have. */
export function eventShape(event: unknown): ContractName {
  const type = typeof event === 'object' && event !== null && 'type' in event ? event.type : undefined;
  const name = `event:${type}`;
  if (!isContractName(name)) throw new ContractViolation(`no shape for the event ${type}`);
  return name;
}

function isContractName(name: string): name is ContractName {
  return Object.hasOwn(contract.roots, name);
}

function requestError(errors: readonly ErrorObject[]): ApiError {
  const error = errors.find(({ keyword }) => keyword !== 'anyOf') ?? errors[0];
  const path = error?.instancePath.split('/').slice(1) ?? [];
  const facts: Record<string, unknown> = error?.params ?? {};
  if (error?.keyword === 'additionalProperties') {
    const param = paramName([...path, String(facts.additionalProperty)]);
    return invalidRequest(`Received unknown parameter: ${param}`, { code: 'parameter_unknown', param });
  }
  if (error?.keyword === 'required') {
    const param = paramName([...path, String(facts.missingProperty)]);
    return invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param });
  }
  const param = paramName(path);
  if (error?.keyword === 'enum' && Array.isArray(facts.allowedValues)) {
    return invalidRequest(`Invalid ${param}: must be one of ${facts.allowedValues.join(', ')}`, { param });
  }
  const code = facts.type === 'number' ? 'parameter_invalid_integer' : undefined;
  return invalidRequest(`Invalid ${param}: ${error?.message}`, { param, ...(code ? { code } : {}) });
}

function paramName([first = '', ...rest]: readonly string[]): string {
  return first + rest.map((part) => `[${part}]`).join('');
}
