// The hidden field that names an order. Anything that is not an id is an order that does not exist.
import { z } from 'zod';

const NOBODY = '00000000-0000-0000-0000-000000000000';

export async function readOrderId(request: Request): Promise<string> {
  return asId((await request.formData()).get('orderId'));
}

export function asId(text: unknown): string {
  const parsed = z.uuid().safeParse(text);
  return parsed.success ? parsed.data : NOBODY;
}
