// Files that somebody might send as a photo: what each is, and what a store must answer ('clean' = taken, re-encoded).
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { drawPicture } from '#tests/support/shelf.ts';

export const hostileFiles: readonly (readonly [name: string, expected: string, make: () => Promise<Uint8Array>])[] = [
  ['nothing at all', 'notAPicture', async () => new Uint8Array()],
  ['text', 'notAPicture', async () => Buffer.from('bukan foto')],
  [
    'an SVG that runs script',
    'notAPicture',
    async () =>
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><script>alert(1)</script></svg>'),
  ],
  ['an SVG named by a JPEG signature', 'notAPicture', async () => Buffer.from('\xff\xd8\xff<svg></svg>', 'latin1')],
  [
    'a GIF',
    'notAPicture',
    async () =>
      sharp(await drawPicture())
        .gif()
        .toBuffer(),
  ],
  [
    'a TIFF',
    'notAPicture',
    async () =>
      sharp(await drawPicture())
        .tiff()
        .toBuffer(),
  ],
  ['a JPEG cut in half', 'notAPicture', async () => (await drawPicture()).subarray(0, 2_000)],
  [
    'a JPEG with HTML behind it',
    'clean',
    async () => Buffer.concat([await drawPicture(), Buffer.from('<html><script>alert(1)</script></html>')]),
  ],
  ['a PNG that claims 16.000 × 16.000', 'tooLarge', async () => pngClaiming(16_000, 16_000)],
  ['a picture of 10 × 10', 'tooSmall', async () => drawPicture({ width: 10, height: 10 })],
  ['eleven megabytes', 'tooLarge', async () => Buffer.concat([await drawPicture(), Buffer.alloc(11 * 1024 * 1024)])],
];

/** A small PNG file whose header promises more pixels than anybody should decode. */
function pngClaiming(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((width + 1) * 16));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(kind: string, body: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, check]);
}

/** CRC-32 of PNG (ISO 3309). */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
