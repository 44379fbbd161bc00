// Owns one thread of renderMats: answers every job with its JPEG.
import { parentPort } from 'node:worker_threads';
import sharp from 'sharp';
import { renderMat } from './render-mat.ts';
import type { RenderedJob, RenderJob } from './render-mats.ts';

// There is one of these threads per core already.
sharp.concurrency(1);

parentPort?.on('message', async ({ index, design, options }: RenderJob) => {
  const rendered: RenderedJob = { index, jpeg: await renderMat(design, options) };
  parentPort?.postMessage(rendered);
});
