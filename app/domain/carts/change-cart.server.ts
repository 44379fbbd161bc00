// Puts a mat in the cart, changes how many, takes it out. The cart belongs to whoever holds its token.
import type { Database } from '../database.ts';
import { hashToken, newToken } from '../ids.ts';
import { failure, type Result, success } from '../result.ts';

export const MOST_OF_ONE = 99;
const MOST_LINES = 40;

export interface CartChange {
  readonly token: string | null;
  readonly variantId: string;
  /** `add` puts more in, `set` says how many; 0 takes it out. */
  readonly mode: 'add' | 'set';
  readonly quantity: number;
}

/** Returns the token of the cart, a new one when there was none. Stock is not claimed: that happens when the order is placed. */
export async function changeCart(
  db: Database,
  { input, now }: { input: CartChange; now: Date },
): Promise<Result<{ token: string }, 'notFound' | 'cartFull'>> {
  const variant = await db.variant.findFirst({
    where: { id: input.variantId, isRetired: false, listing: { status: 'published', shop: { status: 'open' } } },
    select: { id: true },
  });
  if (!variant && input.quantity > 0) return failure('notFound');
  const token = input.token ?? newToken();
  const cart = await db.cart.upsert({
    where: { tokenHash: hashToken(token) },
    create: { tokenHash: hashToken(token), updatedAt: now },
    update: { updatedAt: now },
    include: { _count: { select: { lines: true } } },
  });
  const where = { cartId_variantId: { cartId: cart.id, variantId: input.variantId } };
  const line = await db.cartLine.findUnique({ where });
  const quantity = Math.min(
    MOST_OF_ONE,
    input.mode === 'add' ? (line?.quantity ?? 0) + input.quantity : input.quantity,
  );
  if (quantity <= 0) {
    await db.cartLine.deleteMany({ where: { cartId: cart.id, variantId: input.variantId } });
    return success({ token });
  }
  if (!line && cart._count.lines >= MOST_LINES) return failure('cartFull');
  await db.cartLine.upsert({
    where,
    create: { cartId: cart.id, variantId: input.variantId, quantity, addedAt: now },
    update: { quantity },
  });
  return success({ token });
}
