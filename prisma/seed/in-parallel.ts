// Runs work over a list, a few at a time, so that the seed uses the pool without draining it.

/** Every item once, at most `limit` at the same time; the first failure stops the rest and is thrown. */
export async function inParallel<T>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const run = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: limit }, run));
}

/** The same, without waiting: a promise for each item, in their order. What fails is heard by whoever waits for that one. */
export function startInParallel<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>,
): readonly Promise<R>[] {
  const jobs = items.map((item) => ({ item, ...Promise.withResolvers<R>() }));
  for (const { promise } of jobs) promise.catch(() => {});
  void inParallel(jobs, limit, ({ item, resolve, reject }) => work(item).then(resolve, reject));
  return jobs.map(({ promise }) => promise);
}
