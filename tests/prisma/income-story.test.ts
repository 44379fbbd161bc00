// The demonstration's story of incomes: the same for the same seed, and shaped like the field it stands for.
import { describe, expect, test } from 'vitest';
import { addMonths } from '#app/domain/dates.ts';
import { randomFrom } from '#app/domain/outcomes/random-generator.ts';
import { median } from '#app/domain/outcomes/statistics.ts';
import { inParallel, startInParallel } from '#prisma/seed/in-parallel.ts';
import { incomeStory } from '#prisma/seed/income-story.ts';

const months = Array.from({ length: 24 }, (_, index) => addMonths('2024-11', index));
const festive = new Set(['2025-03', '2026-03']);

function tell(seed: number) {
  const random = randomFrom(seed);
  return Array.from({ length: 140 }, () =>
    incomeStory({ months, festive, random, person: { baselineRupiah: 180_000 } }),
  );
}

const at = (stories: ReturnType<typeof tell>, month: string) =>
  stories.flatMap((story) => story.filter((told) => told.month === month));
const profitAt = (stories: ReturnType<typeof tell>, month: string) =>
  median(at(stories, month).flatMap((told) => (told.answer ? [told.sold === 'yes' ? told.profitRupiah : 0] : []))) ?? 0;

describe('incomeStory', () => {
  test('is the same for the same seed', () => expect(tell(7)).toEqual(tell(7)));

  test.each([1, 2, 3])('grows to about 600 thousand, with a peak at Lebaran (seed %d)', (seed) => {
    const stories = tell(seed);
    expect(profitAt(stories, '2024-12')).toBeLessThan(260_000);
    expect(profitAt(stories, '2026-10')).toBeGreaterThan(450_000);
    expect(profitAt(stories, '2026-10')).toBeLessThan(750_000);
    expect(profitAt(stories, '2026-03')).toBeGreaterThan(1.2 * profitAt(stories, '2026-05'));
  });

  test.each([1, 2, 3])('loses answers with time and a quarter of the businesses (seed %d)', (seed) => {
    const stories = tell(seed);
    const silence = (month: string) => at(stories, month).filter((told) => !told.answer).length / 140;
    expect(silence('2024-11')).toBeLessThan(0.25);
    expect(silence('2026-10')).toBeGreaterThan(silence('2024-11'));
    expect(silence('2026-10')).toBeLessThan(0.4);
    const stopped = at(stories, '2026-10').filter((told) => told.sold === 'closed' || told.sold === 'no').length / 140;
    expect(stopped).toBeGreaterThan(0.15);
    expect(stopped).toBeLessThan(0.38);
  });
});

describe('inParallel', () => {
  test('does everything once, never more than the limit at a time, and throws what fails', async () => {
    const done: number[] = [];
    let running = 0;
    let most = 0;
    await inParallel([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, item % 3));
      running -= 1;
      done.push(item);
    });
    expect(done.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBe(3);
    await expect(inParallel([1], 3, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  });
});

describe('startInParallel', () => {
  test('gives each result to whoever waits for that one; what fails alone fails, and harms nobody who did not ask', async () => {
    let running = 0;
    let most = 0;
    const [first, broken, third, unheard] = startInParallel([10, 0, 30, 0], 2, async (item) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running -= 1;
      if (item === 0) throw new Error('broken');
      return item * 2;
    });
    expect(await third).toBe(60);
    expect(await first).toBe(20);
    await expect(broken).rejects.toThrow('broken');
    expect(unheard).toBeInstanceOf(Promise);
    expect(most).toBe(2);
  });
});
