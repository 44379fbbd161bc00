// What every form goes through: texts as people typed them, a sentence for each fault, and nothing lost.
import { expect, it } from 'vitest';
import { z } from 'zod';
import { parseFields } from '#app/server/forms/forms.server.ts';

const schema = z.object({ alasan: z.string().trim().max(3, 'tooLong') });
const formOf = (alasan: string) => {
  const form = new FormData();
  form.set('alasan', alasan);
  return form;
};

it('counts a line break once, as the field in the browser does', () => {
  expect(parseFields(formOf('a\r\nb'), schema)).toMatchObject({ ok: true, value: { alasan: 'a\nb' } });
});

it('gives back what was typed beside the fault', () => {
  expect(parseFields(formOf('a\r\nbc'), schema)).toEqual({
    ok: false,
    errors: { alasan: 'tooLong' },
    values: { alasan: 'a\nbc' },
  });
});

it('keeps no character that the database cannot', () => {
  expect(parseFields(formOf('a\0b'), schema)).toMatchObject({ ok: true, value: { alasan: 'ab' } });
});

it('has a sentence for a field that did not come', () => {
  expect(parseFields(new FormData(), schema)).toMatchObject({ ok: false, errors: { alasan: 'required' } });
});
