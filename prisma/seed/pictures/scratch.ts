// Owns the large arrays every picture needs and none keeps: asking for new ones each time costs more than drawing in them.

const kept = new Map<string, Float32Array>();

/** `length` floats for this use, with whatever the last picture left in them; valid until the next call for the same use. */
export function scratch(use: string, length: number): Float32Array {
  const old = kept.get(use);
  if (old && old.length >= length) return old.subarray(0, length);
  const fresh = new Float32Array(length);
  kept.set(use, fresh);
  return fresh;
}
