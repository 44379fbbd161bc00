// A choice that may stay open ("all"), for filters.
export function Choice({
  name,
  label,
  any,
  chosen,
  options,
}: {
  name: string;
  label: string;
  any: string;
  chosen: string | undefined;
  options: readonly (readonly [value: string, label: string])[];
}) {
  return (
    <label className="grid gap-1 font-semibold">
      {label}
      <select name={name} className="input" defaultValue={chosen ?? ''}>
        <option value="">{any}</option>
        {options.map(([value, optionLabel]) => (
          <option key={value} value={value}>
            {optionLabel}
          </option>
        ))}
      </select>
    </label>
  );
}
