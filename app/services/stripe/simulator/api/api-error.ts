// Errors in the shape of Stripe's API: a status and `{ error: { type, code, message, param } }`.

export type ApiErrorType = 'invalid_request_error' | 'idempotency_error' | 'api_error' | 'card_error';

export interface ApiErrorFacts {
  readonly status: number;
  readonly type: ApiErrorType;
  readonly message: string;
  readonly code?: string;
  readonly param?: string;
}

export class ApiError extends Error {
  readonly facts: ApiErrorFacts;
  constructor(facts: ApiErrorFacts) {
    super(facts.message);
    this.facts = facts;
  }
}

/** 400 for a wrong value; `param` in Stripe's notation, for example `line_items[0][quantity]`. */
export function invalidRequest(message: string, details: { param?: string; code?: string } = {}): ApiError {
  return new ApiError({ status: 400, type: 'invalid_request_error', message, ...details });
}

/** 404 for an id in the path, 400 for an id among the parameters, as Stripe does. */
export function noSuchObject(kind: string, id: string, param: string, status = 404): ApiError {
  return new ApiError({
    status,
    type: 'invalid_request_error',
    code: 'resource_missing',
    param,
    message: `No such ${kind}: '${id}'`,
  });
}

/** The body that goes over the wire. */
export function errorBody({ status: _, ...error }: ApiErrorFacts, requestId: string): string {
  return JSON.stringify({
    error: { ...error, request_log_url: `https://dashboard.stripe.com/test/logs/${requestId}` },
  });
}
