// What the form of a new cohort sends. Messages are keys of text.form.
import { z } from 'zod';

const text = (most: number) => z.string().trim().min(3, 'required').max(most, 'tooLong');

export const cohortSchema = z
  .object({
    nama: text(80),
    keterampilan: text(40),
    tempat: text(120),
    mulai: z.iso.date('notADate'),
    selesai: z.iso.date('notADate'),
    tempatDuduk: z.coerce.number('notANumber').int('notANumber').min(1, 'tooSmall').max(5_000, 'tooLarge'),
  })
  .refine((form) => form.mulai <= form.selesai, { path: ['selesai'], message: 'endsBeforeStart' });
