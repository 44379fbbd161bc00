// Owns rendering many mats at once on every core, each in the order its worker gets to it.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { MatDesign } from './mat-design.ts';
import type { RenderOptions } from './render-mat.ts';

export type RenderJob = { index: number; design: MatDesign; options: RenderOptions };
export type RenderedJob = { index: number; jpeg: Uint8Array };

/**
 * Calls `onPicture` with the JPEG of every design; a slow receiver holds back only its own worker.
 * Rejects with the first error of a worker or of `onPicture`.
 */
export async function renderMats(
  designs: readonly MatDesign[],
  onPicture: (jpeg: Buffer, index: number) => Promise<void> | void,
  options: RenderOptions & { workers?: number } = {},
): Promise<void> {
  const { workers = availableParallelism(), width } = options;
  const jobs = designs.map((design, index): RenderJob => ({ index, design, options: { width } })).values();
  const count = Math.min(workers, designs.length);
  await Promise.all(Array.from({ length: count }, () => runWorker(jobs, onPicture)));
}

async function runWorker(
  jobs: Iterator<RenderJob>,
  onPicture: (jpeg: Buffer, index: number) => Promise<void> | void,
): Promise<void> {
  const worker = new Worker(new URL('./render-worker.ts', import.meta.url));
  try {
    for (let next = jobs.next(); !next.done; next = jobs.next()) {
      const { index, jpeg } = await askWorker(worker, next.value);
      await onPicture(Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength), index);
    }
  } finally {
    await worker.terminate();
  }
}

export function askWorker(worker: Worker, job: RenderJob): Promise<RenderedJob> {
  return new Promise((resolve, reject) => {
    const done = (rendered: RenderedJob): void => {
      worker.off('error', failed);
      resolve(rendered);
    };
    const failed = (error: Error): void => {
      worker.off('message', done);
      reject(error);
    };
    worker.once('message', done);
    worker.once('error', failed);
    worker.postMessage(job);
  });
}
