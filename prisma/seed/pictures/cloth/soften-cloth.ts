// Owns the softness of cut cloth: strips painted texel by texel get the fuzzy edges that scissors leave.
import type { Cloth } from './cloth.ts';
import { TEXEL } from './cloth.ts';

/** Mixes colour and cover of each texel with its neighbours: 1 2 1 along rows, then along columns, in place. */
export function softenCloth(cloth: Cloth): void {
  const { columns, rows, texels } = cloth;
  const stride = columns * TEXEL;
  for (let y = 0; y < rows; y++) mixRun(texels, y * stride, TEXEL, columns);
  for (let x = 0; x < columns; x++) mixRun(texels, x * TEXEL, stride, rows);
}

/** Colour is weighed by cover, so that bare texels, which are black, do not darken an edge. */
function mixRun(texels: Uint8Array, start: number, step: number, count: number): void {
  let red = texels[start] ?? 0;
  let green = texels[start + 1] ?? 0;
  let blue = texels[start + 2] ?? 0;
  let cover = texels[start + 3] ?? 0;
  for (let n = 1, at = start + step; n < count - 1; n++, at += step) {
    const hereCover = texels[at + 3] ?? 0;
    const nextCover = texels[at + step + 3] ?? 0;
    const total = cover + 2 * hereCover + nextCover;
    const here = [texels[at] ?? 0, texels[at + 1] ?? 0, texels[at + 2] ?? 0] as const;
    if (total > 0) {
      const share = 1 / total;
      texels[at] = (red * cover + 2 * here[0] * hereCover + (texels[at + step] ?? 0) * nextCover) * share;
      texels[at + 1] = (green * cover + 2 * here[1] * hereCover + (texels[at + step + 1] ?? 0) * nextCover) * share;
      texels[at + 2] = (blue * cover + 2 * here[2] * hereCover + (texels[at + step + 2] ?? 0) * nextCover) * share;
      texels[at + 3] = total >> 2;
    }
    red = here[0];
    green = here[1];
    blue = here[2];
    cover = hereCover;
  }
}
