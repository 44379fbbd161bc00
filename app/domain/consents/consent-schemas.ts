// What the two forms of consent send. Messages are keys of text.form.
import { z } from 'zod';
import { OFFICER_CHANNELS, PURPOSES } from './consent-purposes.ts';

export const ownConsentSchema = z.object({
  tujuan: z.enum(PURPOSES, 'notAChoice'),
  izin: z.enum(['ya', 'tidak'], 'notAChoice'),
});

export const consentOnBehalfSchema = ownConsentSchema.extend({
  cara: z.enum(OFFICER_CHANNELS, 'notAChoice'),
  saksi: z.string().trim().max(80, 'tooLong').default(''),
});
