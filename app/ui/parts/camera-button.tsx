// A large target over the file input itself, which a script and the form both read. The camera comes first.
import { Icon } from './icon.tsx';

/** The formats that the stores read: a phone that takes others turns its photo into one of these. */
const FORMATS = 'image/jpeg,image/png,image/webp';

export function CameraButton({
  label,
  isWrong,
  describedBy,
}: {
  label: string;
  isWrong: boolean;
  describedBy: string | undefined;
}) {
  return (
    <label
      htmlFor="foto"
      className="grid min-w-0 cursor-pointer grid-cols-[minmax(0,1fr)] place-items-center gap-2 rounded border-2 border-dashed border-tarum bg-cloth px-4 py-10 text-center text-tarum focus-within:outline-3 focus-within:outline-tarum"
    >
      <Icon name="camera" size={48} />
      <span className="text-lg font-semibold">{label}</span>
      <input
        id="foto"
        name="foto"
        type="file"
        accept={FORMATS}
        capture="environment"
        className="max-w-full text-sm"
        aria-describedby={describedBy}
        aria-invalid={isWrong || undefined}
      />
    </label>
  );
}
