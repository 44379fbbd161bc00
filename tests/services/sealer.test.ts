// Sealed text opens only where it was sealed, unaltered, under its own key; a fingerprint needs the key.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSealer } from '#app/services/crypto/aes-sealer.ts';

const keys = { sealKey: 'ab'.repeat(32), fingerprintKey: 'cd'.repeat(32) };
const sealer = createSealer(keys);
const NIK = '3671104504830002';
const sealed = sealer.seal('person.nik', 'row-1', NIK);

/** The value with one bit of one part (0 key id, 1 nonce, 2 tag, 3 text) turned. */
function alter(value: string, part: number): string {
  const parts = value.split('.');
  const bytes = Buffer.from(parts[part] ?? '', 'base64url');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  parts[part] = bytes.toString('base64url');
  return parts.join('.');
}

describe('seal and open', () => {
  it('gives back any text at its own place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.uuid(), (text, id) => {
        expect(sealer.open('person.address', id, sealer.seal('person.address', id, text))).toBe(text);
      }),
    );
  });

  it('never shows the text, and never seals the same text the same way twice', () => {
    expect(sealed).not.toContain(NIK);
    expect(Buffer.from(sealed.split('.')[3] ?? '', 'base64url').toString('latin1')).not.toContain(NIK);
    expect(sealer.seal('person.nik', 'row-1', NIK)).not.toBe(sealed);
  });

  it.each([
    ['another row', 'person.nik', 'row-2'],
    ['another column', 'person.address', 'row-1'],
  ])('refuses a value moved to %s', (_, place, rowId) => {
    expect(() => sealer.open(place, rowId, sealed)).toThrow();
  });

  it.each([
    ['nonce', 1],
    ['tag', 2],
    ['text', 3],
  ])('refuses an altered %s', (_, part) => {
    expect(() => sealer.open('person.nik', 'row-1', alter(sealed, part))).toThrow();
  });

  it('refuses a tag cut short, which could be guessed', () => {
    const [keyId, nonce, tag, body] = sealed.split('.');
    for (const length of [4, 8, 12, 15]) {
      const cut = Buffer.from(tag ?? '', 'base64url')
        .subarray(0, length)
        .toString('base64url');
      expect(() => sealer.open('person.nik', 'row-1', [keyId, nonce, cut, body].join('.'))).toThrow();
    }
  });

  it.each([
    ['an unknown key id', sealed.replace(/^[^.]+/, 'v9')],
    ['the id of the first key on a value of this one', sealed.replace(/^[^.]+/, 'v1')],
    ['plain text', NIK],
    ['nothing', ''],
    ['a missing part', sealed.split('.').slice(0, 3).join('.')],
  ])('refuses %s', (_, value) => {
    expect(() => sealer.open('person.nik', 'row-1', value)).toThrow();
  });

  it('refuses another key', () => {
    const other = createSealer({ ...keys, sealKey: 'ef'.repeat(32) });
    expect(() => other.open('person.nik', 'row-1', sealed)).toThrow();
  });
});

it('opens what was sealed before keys had ids, by the oldest key', () => {
  // Sealed by the first version of this file under the key of this test, at 'person.nik', 'row-1'.
  const first = 'v1.5KeFVMJfPcbObdEt.Pvlc6m8qOMiTUcDizORPjQ.Z2xXeO8_uKC7oo4pjN2Pvw';
  expect(sealer.open('person.nik', 'row-1', first)).toBe(NIK);
  const rotated = createSealer({ ...keys, sealKey: 'ef'.repeat(32), oldSealKey: keys.sealKey });
  expect(rotated.open('person.nik', 'row-1', first)).toBe(NIK);
  expect([rotated.isCurrent(first), sealer.isCurrent(first), sealer.isCurrent(sealed)]).toEqual([false, false, true]);
});

describe('fingerprint', () => {
  it('is equal for equal text, and differs by purpose and by key', () => {
    const print = sealer.fingerprint('nik', NIK);
    expect(sealer.fingerprint('nik', NIK)).toBe(print);
    expect(sealer.fingerprint('phone', NIK)).not.toBe(print);
    expect(createSealer({ ...keys, fingerprintKey: 'ef'.repeat(32) }).fingerprint('nik', NIK)).not.toBe(print);
  });

  it('is no bare hash: sixteen digits would be found by trying them all', () => {
    const bare = [NIK, `nik\0${NIK}`, `nik${NIK}`].map((text) => createHash('sha256').update(text).digest('hex'));
    expect(bare).not.toContain(sealer.fingerprint('nik', NIK));
  });

  it('keeps purpose and text apart', () => {
    expect(sealer.fingerprint('a', 'bc')).not.toBe(sealer.fingerprint('ab', 'c'));
  });
});
