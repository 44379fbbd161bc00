// Whether two spellings may be one woman's name.

/** Half of the letter pairs: `Sti Hartati` is Siti Hartati, `Siti Rohmah` is not Siti Aminah. */
const ALIKE = 0.5;

/** Sørensen–Dice coefficient over pairs of neighbouring letters (Dice 1945), blanks and case left out. */
export function isLikeName(one: string, other: string): boolean {
  const a = pairsOf(one);
  const b = pairsOf(other);
  if (a.length === 0 || b.length === 0) return one === other;
  const left = [...b];
  let shared = 0;
  for (const pair of a) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    shared += 1;
  }
  return (2 * shared) / (a.length + b.length) >= ALIKE;
}

function pairsOf(name: string): string[] {
  const letters = [...name.toLowerCase().replace(/[^\p{L}]/gu, '')];
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}
