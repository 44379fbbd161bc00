// All nouns of the English text.
export { form } from './form.ts';
export { screen } from './screen.ts';
export { site } from './site.ts';
