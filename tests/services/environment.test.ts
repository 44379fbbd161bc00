// Settings: a wrong one stops the start with one line that names it; production never runs on what everybody knows.
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { EnvironmentError, readEnvironment, SETTING_NAMES } from '#app/services/environment.ts';

const PRODUCTION = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://keset:secret@database:5432/keset_kita',
  APP_ORIGIN: 'https://keset.example.go.id',
  SESSION_SECRET: 'a-long-random-text-of-the-office-itself',
  SEAL_KEY: 'ab'.repeat(32),
  FINGERPRINT_KEY: 'cd'.repeat(32),
  WHATSAPP_TOKEN: 'EAAG-the-token-of-our-system-user',
  WHATSAPP_PHONE_ID: '106540352242922',
  WHATSAPP_APP_SECRET: 'abcdef0123456789abcdef0123456789',
  WHATSAPP_VERIFY_TOKEN: 'a-word-of-the-office-itself',
};

function complaintOf(settings: Record<string, string | undefined>): string {
  try {
    readEnvironment(settings);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message;
    throw error;
  }
  return 'started';
}

describe('a wrong setting', () => {
  it.each([
    ['NODE_ENV', 'staging'],
    ['DEMONSTRATION', 'yes'],
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['PORT', '3000.5'],
    ['APP_ORIGIN', 'keset.example.go.id'],
    ['APP_ORIGIN', 'ftp://keset.example.go.id'],
    ['DATABASE_URL', 'mysql://localhost/keset'],
    ['DATABASE_POOL', '0'],
    ['DATABASE_POOL', '500'],
    ['SESSION_SECRET', 'short'],
    ['SEAL_KEY', 'ab'.repeat(31)],
    ['SEAL_KEY', 'zz'.repeat(32)],
    ['FINGERPRINT_KEY', 'not hexadecimal'],
    ['STRIPE_SECRET_KEY', 'pk_test_1'],
    ['STRIPE_WEBHOOK_SECRET', 'secret'],
    ['STRIPE_API_ADDRESS', 'api.stripe.com'],
    ['CLOUDINARY_URL', 'https://cloudinary.com'],
    ['CLOUDINARY_API_ADDRESS', 'api.cloudinary.com'],
    ['WHATSAPP_TOKEN', 'short'],
    ['WHATSAPP_PHONE_ID', '+6281234567890'],
    ['WHATSAPP_ACCOUNT_ID', 'kota'],
    ['WHATSAPP_APP_SECRET', 'secret'],
    ['WHATSAPP_VERIFY_TOKEN', 'short'],
    ['WHATSAPP_API_ADDRESS', 'graph.facebook.com'],
    ['LOG_LEVEL', 'loud'],
    ['METRICS_TOKEN', 'short'],
    ['RUN_JOBS', '1'],
  ])('%s=%s stops with one line that names it', (name, value) => {
    const complaint = complaintOf({ [name]: value });
    expect(complaint).toMatch(new RegExp(`^${name}: .+`));
    expect(complaint).not.toContain('\n');
  });

  it('never repeats a secret in its complaint', () => {
    expect(complaintOf({ SESSION_SECRET: 'hunter2' })).not.toContain('hunter2');
    expect(complaintOf({ SEAL_KEY: 'hunter2' })).not.toContain('hunter2');
    expect(complaintOf({ STRIPE_SECRET_KEY: 'hunter2' })).not.toContain('hunter2');
  });
});

describe('production', () => {
  it('starts when everything is there, and is no demonstration', () => {
    const environment = readEnvironment(PRODUCTION);
    expect(environment).toMatchObject({ isDemonstration: false, origin: 'https://keset.example.go.id' });
    expect(environment.SEAL_KEY).toBe(PRODUCTION.SEAL_KEY);
  });

  it.each(['DATABASE_URL', 'APP_ORIGIN', 'SESSION_SECRET', 'SEAL_KEY', 'FINGERPRINT_KEY', 'WHATSAPP_TOKEN'])(
    'refuses to start without %s, also when it is blank',
    (name) => {
      expect(complaintOf({ ...PRODUCTION, [name]: undefined })).toBe(`${name}: is required in production`);
      expect(complaintOf({ ...PRODUCTION, [name]: '' })).toBe(`${name}: is required in production`);
    },
  );

  it.each(['SESSION_SECRET', 'SEAL_KEY', 'FINGERPRINT_KEY'] as const)("refuses the demonstration's own %s", (name) => {
    const known = readEnvironment({})[name];
    expect(complaintOf({ ...PRODUCTION, [name]: known })).toMatch(new RegExp(`^${name}: .*everybody knows`));
  });

  it('refuses to be a demonstration', () => {
    expect(complaintOf({ ...PRODUCTION, DEMONSTRATION: 'true' })).toMatch(/^DEMONSTRATION: /);
  });

  it.each(['WHATSAPP_PHONE_ID', 'WHATSAPP_APP_SECRET', 'WHATSAPP_VERIFY_TOKEN'])(
    'refuses a token without %s',
    (name) => {
      expect(complaintOf({ ...PRODUCTION, [name]: '' })).toBe(`${name}: is required together with WHATSAPP_TOKEN`);
    },
  );

  it('refuses a Stripe key without the secret that proves who sent a webhook', () => {
    expect(complaintOf({ ...PRODUCTION, STRIPE_SECRET_KEY: 'sk_live_1' })).toMatch(/^STRIPE_WEBHOOK_SECRET: /);
    expect(complaintOf({ ...PRODUCTION, STRIPE_SECRET_KEY: 'sk_live_1', STRIPE_WEBHOOK_SECRET: 'whsec_1' })).toBe(
      'started',
    );
  });
});

describe('a fresh checkout', () => {
  it('starts as a demonstration on localhost with nothing set', () => {
    expect(readEnvironment({})).toMatchObject({
      isDemonstration: true,
      origin: 'http://localhost:3000',
      HOST: '127.0.0.1',
      RUN_JOBS: true,
    });
  });

  it('finds every setting, and no other, in .env.example, and starts with that file as it is', () => {
    const example = parseEnv(readFileSync('.env.example', 'utf8')) as Record<string, string>;
    expect(Object.keys(example).toSorted()).toEqual(SETTING_NAMES.toSorted());
    expect(readEnvironment(example)).toEqual(readEnvironment({}));
  });

  it('reads about every setting in README.md', () => {
    const readme = readFileSync('README.md', 'utf8');
    expect(SETTING_NAMES.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});
