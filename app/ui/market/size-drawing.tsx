// A mat's size drawn to scale: small for a chip, and beside a door so that a buyer sees it at home.
import { type MatSize, sizeOf } from '#app/domain/listings/listing-vocabulary.ts';

const DOOR = { widthCm: 80, heightCm: 205 } as const;

function MatOutline({ size, x, y }: { size: MatSize; x: number; y: number }) {
  const { widthCm: w, heightCm: h, shape } = size;
  if (shape === 'rectangle') return <rect x={x} y={y} width={w} height={h} rx="2" />;
  if (shape === 'half-moon') return <path d={`M${x} ${y + h}a${w / 2} ${h} 0 0 1 ${w} 0z`} />;
  return <ellipse cx={x + w / 2} cy={y + h / 2} rx={w / 2} ry={h / 2} />;
}

/** All chips share one scale: 95 cm across. */
export function SizeDrawing({ id }: { id: string }) {
  const size = sizeOf(id);
  return (
    <svg width="48" height="34" viewBox="0 0 96 68" fill="currentColor" className="text-tarum" aria-hidden="true">
      <MatOutline size={size} x={(96 - size.widthCm) / 2} y={(68 - size.heightCm) / 2} />
    </svg>
  );
}

export function SizeBesideDoor({ id, name, label }: { id: string; name: string; label: string }) {
  const size = sizeOf(id);
  return (
    <svg viewBox="0 0 220 214" className="w-full max-w-60" role="img" aria-label={label}>
      <g fill="none" stroke="currentColor" strokeWidth="1.5" className="text-soft">
        <path d={`M0 ${DOOR.heightCm + 4}h220M12 ${DOOR.heightCm + 4}V4h${DOOR.widthCm}v${DOOR.heightCm}`} />
        <rect x="22" y="16" width="60" height="70" />
        <rect x="22" y="108" width="60" height="82" />
        <circle cx="86" cy="104" r="2.5" />
      </g>
      <g fill="currentColor" className="text-tarum">
        <MatOutline size={size} x={112} y={DOOR.heightCm - size.heightCm - 4} />
        <text x={112 + size.widthCm / 2} y={DOOR.heightCm - size.heightCm - 12} fontSize="13" textAnchor="middle">
          {name}
        </text>
      </g>
    </svg>
  );
}
