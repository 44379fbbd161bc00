// Photographs for the shelves: drawn on every core while the commands wait for them.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { sizeOf } from '#app/domain/listings/listing-vocabulary.ts';
import { designMat } from './pictures/design-mat.ts';
import type { Weave } from './pictures/mat-design.ts';
import { type PaletteId, paletteOf } from './pictures/palettes.ts';
import { askWorker } from './pictures/render-mats.ts';
import type { PictureHints, PictureSource } from './shelves.ts';

const WIDTH = 720;
const WEAVES: Readonly<Record<string, Weave>> = {
  polos: 'plain',
  lurik: 'stripe',
  kotak: 'check',
  wajik: 'diamond',
  zigzag: 'zigzag',
  bingkai: 'border',
  kepang: 'braided-round',
  bulu: 'shaggy',
};

export interface Photographer {
  readonly photograph: PictureSource;
  close(): Promise<void>;
}

export function hirePhotographer(): Photographer {
  const workers = Array.from(
    { length: availableParallelism() },
    () => new Worker(new URL('./pictures/render-worker.ts', import.meta.url)),
  );
  const idle = [...workers];
  const waiting: ((worker: Worker) => void)[] = [];
  const take = () =>
    new Promise<Worker>((resolve) => (idle.length > 0 ? resolve(idle.pop() as Worker) : waiting.push(resolve)));
  const give = (worker: Worker) => {
    const next = waiting.shift();
    if (next) next(worker);
    else idle.push(worker);
  };
  return {
    async photograph(seed, hints) {
      const worker = await take();
      try {
        const { jpeg } = await askWorker(worker, {
          index: seed,
          design: designOf(seed, hints),
          options: { width: WIDTH },
        });
        return Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
      } finally {
        give(worker);
      }
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function designOf(seed: number, { colour, pattern, size }: PictureHints) {
  const { widthCm, heightCm, shape } = sizeOf(size);
  return designMat(seed, {
    weave: WEAVES[pattern] ?? 'rag',
    palette: paletteOf(colour as PaletteId).id,
    widthCm,
    heightCm,
    shape,
  });
}
