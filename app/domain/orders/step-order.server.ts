// The maker moves her order along: one step at a time, each only from where it may.
import type { AccountActor } from '../access/actor.ts';
import type { Sealer } from '../access/sealer.ts';
import { type Database, inTransaction } from '../database.ts';
import { failure, type Result } from '../result.ts';
import { findOwnOrder } from './find-own-order.server.ts';
import { MAKER_STEPS, type MakerStep } from './maker-steps.ts';
import { moveOrder } from './move-order.server.ts';

/**
 * `code` is the buyer's four digits, asked when a mat is collected; `reason`, for the buyer to read, is needed to refuse; `photoKey`
 * is the private picture of the mat at the door, needed when she brought it (`awaitsPhoto`).
 */
export async function stepOrder(
  db: Database,
  {
    actor,
    input,
    now,
    sealer,
  }: {
    actor: AccountActor;
    input: { orderId: string; step: MakerStep; code?: string; reason?: string; photoKey?: string };
    now: Date;
    sealer: Sealer;
  },
): Promise<Result<{ isNew: boolean }, 'notFound' | 'conflict' | 'wrongCode' | 'required'>> {
  const order = await findOwnOrder(db, actor, input.orderId);
  if (!order) return failure('notFound');
  const { step } = input;
  const isPickup = order.delivery === 'pickup';
  if ((step === 'send' && isPickup) || (step === 'handOver' && !isPickup)) return failure('conflict');
  if (step === 'takeBack' && order.method !== 'cod') return failure('conflict');
  if (step === 'handOver' && order.status === 'ready' && input.code !== order.pickupCode)
    return failure('wrongCode', 'kode');
  if (step === 'refuse' && !input.reason) return failure('required', 'alasan');
  const { photoKey } = input;
  if (awaitsPhoto(order, step) && !photoKey) return failure('required', 'foto');
  const { to, from } = MAKER_STEPS[step];
  return inTransaction(db, (tx) =>
    moveOrder(tx, {
      orderId: order.id,
      shopId: order.shopId,
      to,
      // Without a photo nothing is delivered, whatever has become of the order since it was read; a second press finds it done.
      from: step === 'deliver' && !photoKey ? [] : from,
      actor,
      now,
      sealer,
      ...(step === 'refuse' ? { reason: 'maker_cannot', refusal: input.reason } : {}),
      ...(step === 'deliver' && photoKey ? { facts: { deliveryPhotoKey: photoKey } } : {}),
    }),
  );
}

/** Asked before a picture is taken in: neither a second press nor a step too early fills the disk. */
export function awaitsPhoto(order: { status: string }, step: MakerStep): boolean {
  return step === 'deliver' && (MAKER_STEPS.deliver.from as readonly string[]).includes(order.status);
}
