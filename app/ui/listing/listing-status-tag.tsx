// A listing's state in a word, as the maker sees it.
const WORDS: Readonly<Record<string, readonly [word: string, tag: string]>> = {
  draft: ['Belum dijual', 'tag-wait'],
  published: ['Dijual', 'tag-done'],
  paused: ['Istirahat', 'tag-quiet'],
  retired: ['Sudah ditutup', 'tag-quiet'],
};

export function StatusTag({ status }: { status: string }) {
  const [word, tag] = WORDS[status] ?? [status, 'tag-quiet'];
  return <span className={`tag ${tag} justify-self-start`}>{word}</span>;
}
