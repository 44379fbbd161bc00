// Ids of rows: version 7 of the standard, in the order in which they were made.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newRowId } from '#app/domain/ids.ts';

describe('newRowId', () => {
  const now = new Date('2026-11-20T03:00:00Z');

  it('is a UUID of version 7 that carries the instant', () => {
    const id = newRowId(now);
    expect(z.uuidv7().safeParse(id).success).toBe(true);
    expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(now.getTime());
  });

  it('sorts what was made at one instant as it was made, and later instants after earlier ones', () => {
    const ids = [
      ...Array.from({ length: 5_000 }, () => newRowId(now)),
      ...Array.from({ length: 10 }, () => newRowId(new Date(now.getTime() + 1))),
    ];
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
