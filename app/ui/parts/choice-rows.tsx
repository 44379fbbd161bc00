// One of a few things that want a picture and a line of words: each a row as wide as the screen.
import type { PictureSources } from '#app/domain/photos/picture-sources.ts';
import { Picture } from './picture.tsx';

interface ChoiceRow {
  readonly value: string;
  readonly title: string;
  readonly note: string;
  readonly picture: PictureSources | null;
}

/** The first is chosen. */
export function ChoiceRows({
  name,
  label,
  rows,
  error,
}: {
  name: string;
  label: string;
  rows: readonly ChoiceRow[];
  error: string | undefined;
}) {
  return (
    <fieldset id={name} className="grid gap-2">
      <legend className="mb-2 font-semibold">{label}</legend>
      {rows.map(({ value, title, note, picture }, index) => (
        <label key={value} className="chip justify-start gap-3 p-3 text-left">
          <input type="radio" name={name} value={value} defaultChecked={index === 0} />
          {picture ? <Picture picture={picture} sizes="96px" className="aspect-4/3 w-24 rounded object-cover" /> : null}
          <span>
            {title}
            <span className="block text-sm font-normal text-soft">{note}</span>
          </span>
        </label>
      ))}
      {error ? <p className="font-semibold text-mengkudu">{error}</p> : null}
    </fieldset>
  );
}
