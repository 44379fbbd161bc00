// Owns a sheet of many mats at once, to look at: node prisma/seed/pictures/contact-sheet.ts <file.png> [count] [first seed] [columns] [width]
import sharp from 'sharp';
import { designMat } from './design-mat.ts';
import { renderMat } from './render-mat.ts';

async function writeContactSheet(
  path: string,
  count: number,
  firstSeed: number,
  columns: number,
  width: number,
): Promise<void> {
  const height = Math.round((width * 3) / 4);
  const gap = 4;
  const tiles = [];
  for (let n = 0; n < count; n++) {
    tiles.push({
      input: await renderMat(designMat(firstSeed + n), { width }),
      left: (n % columns) * (width + gap),
      top: Math.floor(n / columns) * (height + gap),
    });
  }
  const rows = Math.ceil(count / columns);
  await sharp({
    create: {
      width: columns * (width + gap) - gap,
      height: rows * (height + gap) - gap,
      channels: 3,
      background: '#ffffff',
    },
  })
    .composite(tiles)
    .png()
    .toFile(path);
}

const [path, count = '24', firstSeed = '1', columns = '6', width = '320'] = process.argv.slice(2);
if (!path) {
  process.stderr.write('usage: contact-sheet.ts <file.png> [count] [first seed] [columns] [width]\n');
  process.exit(2);
}
await writeContactSheet(path, Number(count), Number(firstSeed), Number(columns), Number(width));
