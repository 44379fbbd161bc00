// One page of a list, newest first, with Stripe's cursors.
import { invalidRequest, noSuchObject } from './api-error.ts';

export interface PageParams {
  readonly limit?: number;
  readonly starting_after?: string;
  readonly ending_before?: string;
}

type CreatedParam = number | { gt?: number; gte?: number; lt?: number; lte?: number } | undefined;

const USUAL_LIMIT = 10;
const LARGEST_LIMIT = 100;

/** `rows` newest first. Throws ApiError for a limit outside 1..100 or an unknown cursor. */
export function listPage<Row extends { id: string }>(
  rows: readonly Row[],
  params: PageParams,
  kind: string,
  url: string,
) {
  const limit = params.limit ?? USUAL_LIMIT;
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_LIMIT) {
    throw invalidRequest(`Invalid integer: ${limit}`, { param: 'limit', code: 'parameter_invalid_integer' });
  }
  const { starting_after: after, ending_before: before } = params;
  if (after !== undefined && before !== undefined) {
    throw invalidRequest('Only one of starting_after and ending_before may be given.', { param: 'starting_after' });
  }
  if (before !== undefined) {
    const end = cursorIndex(rows, before, kind, 'ending_before');
    const start = Math.max(0, end - limit);
    return { object: 'list', data: rows.slice(start, end), has_more: start > 0, url } as const;
  }
  const start = after === undefined ? 0 : cursorIndex(rows, after, kind, 'starting_after') + 1;
  return {
    object: 'list',
    data: rows.slice(start, start + limit),
    has_more: start + limit < rows.length,
    url,
  } as const;
}

function cursorIndex(rows: readonly { id: string }[], id: string, kind: string, param: string): number {
  const index = rows.findIndex((row) => row.id === id);
  if (index === -1) throw noSuchObject(kind, id, param, 400);
  return index;
}

/** `created` as an exact second or a range of seconds. */
export function isCreatedWithin(created: number, range: CreatedParam): boolean {
  if (range === undefined) return true;
  if (typeof range === 'number') return created === range;
  const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = range;
  return created > gt && created >= gte && created < lt && created <= lte;
}
