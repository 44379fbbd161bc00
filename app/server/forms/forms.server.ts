// Reads a form by a Zod schema. What was typed always comes back, so that an error never empties a field.
import type { z } from 'zod';

export interface FormProblem {
  /** Field name -> message key of `text.form`; '' for the form as a whole. */
  readonly errors: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
}

export type ParsedForm<T> = { ok: true; value: T; values: FormProblem['values'] } | ({ ok: false } & FormProblem);

/** Fields of the same name come as an array when the schema's field asks for one; files are left to the route. */
export function parseFields<Schema extends z.ZodObject>(form: FormData, schema: Schema): ParsedForm<z.infer<Schema>> {
  const values: Record<string, string | string[]> = {};
  for (const key of new Set(form.keys())) {
    // PostgreSQL's text holds no NUL; nobody types one. A browser sends a line break as two characters and counts it as one: so
    // does every limit of ours.
    const texts = form
      .getAll(key)
      .filter((entry): entry is string => typeof entry === 'string')
      .map((entry) => entry.replaceAll('\0', '').replaceAll('\r\n', '\n'));
    values[key] = texts.length > 1 ? texts : (texts[0] ?? '');
  }
  // A field that a schema has no words for (missing, of another shape) still gets a sentence, never a library's.
  const parsed = schema.safeParse(values, {
    error: ({ input }) => (input === undefined ? 'required' : 'notValid'),
  });
  if (parsed.success) return { ok: true, value: parsed.data, values };
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const key = issue.path.join('.');
    errors[key] ??= issue.message;
  }
  return { ok: false, errors, values };
}

export async function parseForm<Schema extends z.ZodObject>(request: Request, schema: Schema) {
  return parseFields(await request.formData(), schema);
}

/** A command's failure shown at its field, with what was typed. */
export function formProblem(code: string, field: string | undefined, values: FormProblem['values']): FormProblem {
  return { errors: { [field ?? '']: code }, values };
}
