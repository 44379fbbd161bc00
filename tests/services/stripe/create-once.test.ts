// Creating once: which errors are followed by a look, which by a new key, and which are final.
import { expect, test, vi } from 'vitest';
import { createOnce } from '#app/services/stripe/create-once.ts';

test('an error that says nothing was done is passed on without a second try or a look', async () => {
  const create = vi.fn(async () => {
    throw new TypeError('asked wrongly');
  });
  const find = vi.fn(async () => 'found');
  await expect(createOnce({ key: 'k', create, find })).rejects.toThrow('asked wrongly');
  expect(create).toHaveBeenCalledTimes(1);
  expect(find).not.toHaveBeenCalled();
});

test('the first key is the one given', async () => {
  const create = async (key: string) => `made with ${key}`;
  expect(await createOnce({ key: 'k', create, find: async () => null })).toBe('made with k');
});
