// Form parts: a label over its field, the error beside it, what was typed kept. Works without script.
import type { InputHTMLAttributes, ReactNode } from 'react';
import type { FormProblem } from '#app/server/forms/forms.server.ts';
import { type Text, textFor } from '#app/text/text.ts';

interface FieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  problem?: FormProblem | undefined;
  text: Text['form'];
}

export function errorOf(problem: FormProblem | undefined, name: string, text: Text['form']): string | undefined {
  const code = problem?.errors[name];
  return code === undefined ? undefined : textFor(text, code);
}

/** What to show in a field again: what was typed, else the given default. */
export function shownValue(problem: FormProblem | undefined, name: string, initial?: string | number | null): string {
  const typed = problem?.values[name];
  if (typeof typed === 'string') return typed;
  return initial === undefined || initial === null ? '' : String(initial);
}

function Explained({
  name,
  hint,
  error,
  children,
}: {
  name: string;
  hint?: ReactNode;
  error?: string | undefined;
  children: ReactNode;
}) {
  return (
    <>
      {hint ? (
        <p id={`${name}-hint`} className="text-sm text-soft">
          {hint}
        </p>
      ) : null}
      {children}
      {error ? (
        <p id={`${name}-error`} className="font-semibold text-mengkudu">
          {error}
        </p>
      ) : null}
    </>
  );
}

export function describedBy(name: string, hint: unknown, error: string | undefined): string | undefined {
  return [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ') || undefined;
}

/** What a field of ours carries, whichever element it is. */
interface Carried {
  id: string;
  name: string;
  className: string;
  defaultValue: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
}

type Initial = string | number | null;

function Labelled({
  name,
  label,
  hint,
  problem,
  text,
  initial,
  field,
}: FieldProps & { initial?: Initial | undefined; field: (carried: Carried) => ReactNode }) {
  const error = errorOf(problem, name, text);
  return (
    <div className="grid gap-1">
      <label htmlFor={name} className="font-semibold">
        {label}
      </label>
      <Explained name={name} hint={hint} error={error}>
        {field({
          id: name,
          name,
          className: 'input',
          defaultValue: shownValue(problem, name, initial),
          'aria-invalid': error ? true : undefined,
          'aria-describedby': describedBy(name, hint, error),
        })}
      </Explained>
    </div>
  );
}

export function TextField({
  name,
  label,
  hint,
  problem,
  text,
  initial,
  ...input
}: FieldProps & { initial?: Initial } & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'defaultValue'>) {
  const shared = { name, label, hint, problem, text, initial };
  return <Labelled {...shared} field={(carried) => <input {...carried} {...input} />} />;
}

export function TextArea({
  rows = 3,
  maxLength,
  required,
  ...shared
}: FieldProps & { initial?: string | null; rows?: number; maxLength?: number; required?: boolean }) {
  const limits = { rows, maxLength, required };
  return <Labelled {...shared} field={(carried) => <textarea {...carried} {...limits} />} />;
}

export function Select({
  options,
  ...shared
}: FieldProps & { initial?: string | null; options: readonly (readonly [value: string, label: string])[] }) {
  return (
    <Labelled
      {...shared}
      field={(carried) => (
        <select {...carried}>
          {options.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    />
  );
}

/** One choice out of a few, as chips a thumb can hit. */
export function Chips({
  name,
  label,
  hint,
  problem,
  text,
  initial,
  options,
  type = 'radio',
}: FieldProps & {
  initial?: string | readonly string[] | null;
  options: readonly (readonly [value: string, label: ReactNode])[];
  type?: 'radio' | 'checkbox';
}) {
  const error = errorOf(problem, name, text);
  const typed = problem?.values[name] ?? initial ?? [];
  const chosen = typeof typed === 'string' ? [typed] : typed;
  return (
    <fieldset id={name} className="grid gap-2" aria-describedby={describedBy(name, hint, error)}>
      <legend className="mb-1 font-semibold">{label}</legend>
      <Explained name={name} hint={hint} error={error}>
        <div className="flex flex-wrap gap-2">
          {options.map(([value, optionLabel]) => (
            <label key={value} className="chip">
              <input type={type} name={name} value={value} defaultChecked={chosen.includes(value)} />
              {optionLabel}
            </label>
          ))}
        </div>
      </Explained>
    </fieldset>
  );
}

/** On top of a form that came back: every error once, each a link to its field. */
export function ErrorSummary({ problem, text }: { problem: FormProblem | undefined; text: Text['form'] }) {
  const entries = Object.entries(problem?.errors ?? {});
  if (entries.length === 0) return null;
  return (
    <div role="alert" className="rounded border-2 border-mengkudu p-4">
      <p className="font-semibold">{text.summary}</p>
      <ul className="list-disc pl-5">
        {entries.map(([name, code]) => (
          <li key={name}>{name === '' ? textFor(text, code) : <a href={`#${name}`}>{textFor(text, code)}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
