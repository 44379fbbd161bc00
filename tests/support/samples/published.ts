// Publishes a month as the job does, without chance: every cell is rounded to the nearest.
import type { Database } from '#app/domain/database.ts';
import { publishMonth } from '#app/domain/outcomes/publish-month.server.ts';
import { NEAREST } from '#app/domain/published-cells.ts';
import { NOW, SYSTEM } from '../fixtures.ts';

export function publish(db: Database, month: string, now = NOW) {
  return publishMonth(db, { actor: SYSTEM, input: { month }, now, random: () => NEAREST });
}
