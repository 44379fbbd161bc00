// What consent is asked for, how it is given, and which wording is in force. Monitoring is a public task: informed, not asked.

export const PURPOSES = ['shop', 'story', 'whatsapp', 'statistics', 'sharing'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** `app`: she pressed the button herself. `whatsapp`: her telephone said STOP. The others are written down by an officer. */
export const CHANNELS = ['app', 'whatsapp', 'paper', 'spoken', 'phone'] as const;
export type Channel = (typeof CHANNELS)[number];
export const OFFICER_CHANNELS = ['paper', 'spoken', 'phone'] as const;

/** Of the sentences in text/id/consent.ts; a test holds it to their hash. */
export const TEXT_VERSION = '2026-11';
