// All nouns of the Indonesian text.
export { checkIn } from './check-in.ts';
export { form } from './form.ts';
export { outcome } from './outcome.ts';
export { screen } from './screen.ts';
export { site } from './site.ts';
