// The name of an uploaded file, made fit to keep and to show: it comes from somebody else's computer.

const LONGEST = 120;

/**
 * Only what stands after the last path separator; control and invisible characters (a NUL, a change of writing direction, half
 * a character) are dropped; a long name keeps its ending. `daftar` when nothing is left.
 */
export function cleanFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const shown = last.normalize('NFC').replace(/\p{C}/gu, '').replace(/\s+/g, ' ').trim();
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(shown)?.[0] ?? '';
  const letters = [...shown.slice(0, shown.length - ending.length)].slice(0, LONGEST - ending.length).join('');
  return /^\.*$/.test(letters) ? `daftar${ending}` : letters + ending;
}
