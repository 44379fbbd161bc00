// Shapes a question to take an order over for the two makers: nothing of the buyer but where the mats are to be handed over.

import type { Reader } from '#app/domain/database.ts';
import { formatDay, formatInstant, fromDateColumn } from '#app/domain/dates.ts';
import { listOwnMats, type OwnMat, type Reassignment } from '#app/domain/reassignments/reassignment-queries.server.ts';
import { type StandIn, standInMats } from '#app/domain/reassignments/stand-in-mats.ts';
import type { MediaStore } from '#app/services/media/media-store.ts';
import { toPicture } from './pictures.server.ts';

const ENDS = { proposed: 'Over', agreed: 'Agreed', declined: 'Declined', withdrawn: 'Withdrawn' } as const;

export async function viewReassignment(found: Reassignment, { db, media }: { db: Reader; media: MediaStore }) {
  const { isAsked, isOpen, lines, toShopId } = found;
  const sizes = [...new Set(lines.map(({ size }) => size))];
  const own = isAsked && isOpen ? await listOwnMats(db, toShopId, sizes) : [];
  return {
    isAsked,
    outcome: isOpen ? 'Open' : ENDS[found.status],
    order: { id: found.orderId, number: found.number, method: found.method, totalRupiah: found.totalRupiah },
    fromShop: found.fromShopName,
    toShop: found.toShopName,
    lines: lines.map(({ id, title, quantity, photoStoreKey }) => ({
      ...{ id, title, quantity },
      photo: photoStoreKey ? media.address(photoStoreKey, 320, 'webp') : null,
    })),
    place: found.place,
    village: found.village,
    placed: formatInstant(found.placedAt),
    promised: found.promisedOn ? formatDay(fromDateColumn(found.promisedOn)) : null,
    standIns: isAsked && isOpen ? standInMats(lines, own).map((entry) => viewStandIn(entry, media)) : [],
  } as const;
}

function viewStandIn({ size, quantity, mats }: StandIn<OwnMat>, media: MediaStore) {
  return {
    size,
    quantity,
    mats: mats.map(({ id, priceRupiah, isReady, makeDays, title, photo }) => ({
      ...{ id, priceRupiah, title, makeDays: isReady ? null : makeDays },
      picture: photo ? toPicture(media, photo, [320]) : null,
    })),
  };
}

export type ReassignmentView = Awaited<ReturnType<typeof viewReassignment>>;
