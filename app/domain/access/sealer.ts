// What the domain needs of cryptography; the keys and the cipher live in services/crypto.

export interface Sealer {
  /** Encrypts S3 text, bound to its place (`table.column` and row id), so that a value cannot be moved to another row. */
  seal(place: string, rowId: string, text: string): string;
  /** Throws when the value was altered, moved, or sealed with an unknown key. */
  open(place: string, rowId: string, sealed: string): string;
  /** Sealed under the key that seals now; otherwise under one that will go. */
  isCurrent(sealed: string): boolean;
  /** Keyed hash for equality (NIK, short codes): the same text gives the same hex under the same key. */
  fingerprint(purpose: string, text: string): string;
}
