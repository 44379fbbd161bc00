// One API request from the wire to the wire: key, version, faults, idempotency, contract, the work, the answer's shape.
import { setTimeout as sleep } from 'node:timers/promises';
import { assertAnswer, CONTRACT_API_VERSION, eventShape, readRequest } from '../contract.ts';
import type { ApiFault, FaultSwitches } from '../faults.ts';
import { newId, type World } from '../objects/world.ts';
import { ApiError, errorBody } from './api-error.ts';
import { expandAnswer } from './expand.ts';
import { decodeForm } from './form-data.ts';
import { type Answer, beginRequest, findKeptAnswer, fingerprintOf } from './idempotency.ts';
import { type ApiRoute, findRoute } from './routes.ts';

export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** `isCut`: the connection breaks instead of an answer. */
export type ApiReply =
  | { readonly isCut: true }
  | {
      readonly isCut: false;
      readonly status: number;
      readonly body: string;
      readonly headers: Readonly<Record<string, string>>;
    };

export interface ApiSettings {
  readonly world: World;
  readonly secretKey: string;
  readonly faults: FaultSwitches;
  /** Told of our own bugs: an answer that breaks the contract. */
  reportBug(error: unknown): void;
}

const BROKEN: ApiError = new ApiError({
  status: 500,
  type: 'api_error',
  message: 'An unknown error occurred.',
});

export async function answerRequest(settings: ApiSettings, request: ApiRequest): Promise<ApiReply> {
  const requestId = newId('req_', 14);
  const headers: Record<string, string> = {
    'Content-Type': 'application/json',
    'Request-Id': requestId,
    'Stripe-Version': CONTRACT_API_VERSION,
  };
  try {
    checkCredentials(settings, request);
    const fault = settings.faults.take(request);
    if (fault?.kind === 'cut-before') return { isCut: true };
    if (fault?.kind === 'rate-limit') throw rateLimited();
    const { answer, isReplay } = await answerOnce(settings, request, requestId, fault);
    if (fault?.kind === 'cut-after-commit') return { isCut: true };
    // Asking again with this key can only bring the same error, and Stripe says so.
    if (answer.status >= 500) headers['Stripe-Should-Retry'] = 'false';
    if (isReplay) headers['Idempotent-Replayed'] = 'true';
    return { isCut: false, ...answer, headers };
  } catch (error) {
    if (!(error instanceof ApiError)) settings.reportBug(error);
    const facts = error instanceof ApiError ? error.facts : BROKEN.facts;
    return { isCut: false, status: facts.status, body: errorBody(facts, requestId), headers };
  }
}

function checkCredentials({ secretKey }: ApiSettings, { headers }: ApiRequest): void {
  if (headers.authorization !== `Bearer ${secretKey}`) {
    throw new ApiError({ status: 401, type: 'invalid_request_error', message: 'Invalid API Key provided.' });
  }
  const version = headers['stripe-version'];
  if (version !== CONTRACT_API_VERSION) {
    throw new ApiError({
      status: 400,
      type: 'invalid_request_error',
      message: `The simulator speaks API version ${CONTRACT_API_VERSION}, not ${version}.`,
    });
  }
}

function rateLimited(): ApiError {
  return new ApiError({
    status: 429,
    type: 'invalid_request_error',
    code: 'rate_limit',
    message: 'Too many requests hit the API too quickly.',
  });
}

async function answerOnce(
  { world }: ApiSettings,
  request: ApiRequest,
  requestId: string,
  fault: ApiFault | undefined,
): Promise<{ answer: Answer; isReplay: boolean }> {
  const found = findRoute(request.method, request.path);
  if (!found) {
    const message = `Unrecognized request URL (${request.method}: ${request.path}).`;
    throw new ApiError({ status: 404, type: 'invalid_request_error', message });
  }
  const key = request.method === 'POST' ? request.headers['idempotency-key'] : undefined;
  const fingerprint = fingerprintOf(request.method, request.path, request.body);
  const kept = typeof key === 'string' ? findKeptAnswer(world.state, key, fingerprint, world.now()) : null;
  if (kept) return { answer: kept, isReplay: true };
  const params = readParams(found.route, request);
  const keep = typeof key === 'string' ? beginRequest(world.state, key, fingerprint, world.now()) : () => {};
  try {
    if (fault?.kind === 'delay') await sleep(fault.delayMs ?? 0);
    const answer = perform(world, { ...found, params, requestId, fault });
    keep(answer);
    return { answer, isReplay: false };
  } catch (error) {
    keep(null);
    throw error;
  }
}

interface Params {
  readonly expand?: readonly string[];
}

function readParams(route: ApiRoute, request: ApiRequest): Params {
  return readRequest<Params>(route.request, decodeForm(request.method === 'GET' ? request.query : request.body));
}

interface Work {
  readonly route: ApiRoute;
  readonly id: string;
  readonly params: Params;
  readonly requestId: string;
  readonly fault: ApiFault | undefined;
}

/** Refusals are answers too, and are kept under the key like any other. */
function perform(world: World, { route, id, params, requestId, fault }: Work): Answer {
  try {
    if (fault?.kind === 'error-before-commit') throw BROKEN;
    const result = expandAnswer(world.state, route.run(world, params as never, id), params.expand ?? []);
    checkAnswer(route, result);
    if (fault?.kind === 'error-after-commit') throw BROKEN;
    return { status: 200, body: JSON.stringify(result) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { status: error.facts.status, body: errorBody(error.facts, requestId) };
  }
}

function checkAnswer(route: ApiRoute, result: object): void {
  for (const row of rowsOf(result)) assertAnswer(route.answer === 'event' ? eventShape(row) : route.answer, row);
}

function rowsOf(result: object): readonly unknown[] {
  const isList = 'object' in result && result.object === 'list' && 'data' in result && Array.isArray(result.data);
  return isList ? (result.data as unknown[]) : [result];
}
