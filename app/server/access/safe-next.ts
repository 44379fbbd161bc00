// Where to go after sign-in: only a path of this site, never another one.

export function safeNext(path: string | null | undefined): string | null {
  return path && /^\/(?![/\\])[\w\-./?=&%]*$/.test(path) ? path : null;
}
