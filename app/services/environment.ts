// Every setting, read once and checked by one schema. A wrong one stops the start with a line that names it.
import { resolve } from 'node:path';
import { z } from 'zod';

const hexKey = z.string().regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal characters (32 bytes)');
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const webAddress = z
  .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
  .transform((value) => new URL(value).origin);

const whatsAppId = z.string().regex(/^\d{5,20}$/, 'must be an id of digits, not a phone number with +');

const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  DEMONSTRATION: flag.optional(),
  PORT: z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('.data'),
  APP_ORIGIN: webAddress.optional(),
  TRUSTED_PROXY: z.string().optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// address' }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  SEAL_KEY: hexKey.optional(),
  SEAL_KEY_OLD: hexKey.optional(),
  FINGERPRINT_KEY: hexKey.optional(),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_(test|live)_/, 'must start with sk_test_, sk_live_, rk_test_ or rk_live_')
    .optional(),
  STRIPE_WEBHOOK_SECRET: z.string().startsWith('whsec_', 'must start with whsec_').optional(),
  STRIPE_API_ADDRESS: webAddress.optional(),
  CLOUDINARY_URL: z.string().startsWith('cloudinary://', 'must start with cloudinary://').optional(),
  CLOUDINARY_API_ADDRESS: webAddress.optional(),
  WHATSAPP_TOKEN: z.string().min(20, 'must be an access token of a system user').optional(),
  WHATSAPP_PHONE_ID: whatsAppId.optional(),
  WHATSAPP_ACCOUNT_ID: whatsAppId.optional(),
  WHATSAPP_APP_SECRET: z
    .string()
    .regex(/^[0-9a-f]{32}$/i, 'must be the 32 hexadecimal characters of the app')
    .optional(),
  WHATSAPP_VERIFY_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  WHATSAPP_API_ADDRESS: webAddress.default('https://graph.facebook.com'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  RUN_JOBS: flag.default(true),
});

/** Every setting there is; .env.example lists exactly these. */
export const SETTING_NAMES: readonly string[] = Object.keys(schema.shape);

type Parsed = z.infer<typeof schema>;
export interface Environment extends Parsed {
  readonly isDemonstration: boolean;
  readonly dataDirectory: string;
  readonly origin: string;
  readonly SESSION_SECRET: string;
  readonly SEAL_KEY: string;
  readonly FINGERPRINT_KEY: string;
}

export class EnvironmentError extends Error {}

/** Keys of the demonstration: public on purpose, refused in production. */
const DEMONSTRATION_KEYS = {
  SESSION_SECRET: 'demonstration-session-secret-not-for-production',
  SEAL_KEY: '11'.repeat(32),
  FINGERPRINT_KEY: '22'.repeat(32),
} as const;

/** Throws EnvironmentError with one line when a setting is missing or wrong. Blank counts as absent. */
export function readEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new EnvironmentError(`${issue?.path.join('.') ?? 'settings'}: ${issue?.message ?? 'is wrong'}`);
  }
  const values = parsed.data;
  const isDemonstration = values.DEMONSTRATION ?? values.NODE_ENV !== 'production';
  if (values.NODE_ENV === 'production') refuseUnsafeProduction(values, isDemonstration);
  return {
    ...DEMONSTRATION_KEYS,
    ...values,
    SESSION_SECRET: values.SESSION_SECRET ?? DEMONSTRATION_KEYS.SESSION_SECRET,
    SEAL_KEY: values.SEAL_KEY ?? DEMONSTRATION_KEYS.SEAL_KEY,
    FINGERPRINT_KEY: values.FINGERPRINT_KEY ?? DEMONSTRATION_KEYS.FINGERPRINT_KEY,
    isDemonstration,
    dataDirectory: resolve(values.DATA_DIR),
    origin: values.APP_ORIGIN ?? `http://localhost:${values.PORT}`,
  };
}

function refuseUnsafeProduction(values: Parsed, isDemonstration: boolean): void {
  if (isDemonstration) throw new EnvironmentError('DEMONSTRATION: must be false in production');
  for (const name of [
    'DATABASE_URL',
    'APP_ORIGIN',
    'SESSION_SECRET',
    'SEAL_KEY',
    'FINGERPRINT_KEY',
    'WHATSAPP_TOKEN',
  ] as const) {
    if (!values[name]) throw new EnvironmentError(`${name}: is required in production`);
  }
  for (const [name, demonstrationValue] of Object.entries(DEMONSTRATION_KEYS)) {
    if (values[name as keyof typeof DEMONSTRATION_KEYS] === demonstrationValue) {
      throw new EnvironmentError(`${name}: is the demonstration's key, which everybody knows`);
    }
  }
  for (const name of ['WHATSAPP_PHONE_ID', 'WHATSAPP_APP_SECRET', 'WHATSAPP_VERIFY_TOKEN'] as const) {
    if (!values[name]) throw new EnvironmentError(`${name}: is required together with WHATSAPP_TOKEN`);
  }
  if (values.STRIPE_SECRET_KEY && !values.STRIPE_WEBHOOK_SECRET) {
    throw new EnvironmentError('STRIPE_WEBHOOK_SECRET: is required together with STRIPE_SECRET_KEY');
  }
}
