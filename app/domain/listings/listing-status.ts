// The states of a listing: one table, which every command that moves one asks.
import type { StateTable } from '../state-table.ts';

export const LISTING_STATUSES = ['draft', 'published', 'paused', 'retired'] as const;
export type ListingStatus = (typeof LISTING_STATUSES)[number];

export const LISTING_MOVES = {
  draft: ['published', 'retired'],
  published: ['paused', 'retired'],
  paused: ['published', 'retired'],
  retired: [],
} as const satisfies StateTable<ListingStatus>;
