// All nouns of the Indonesian text.
export { form } from './form.ts';
export { screen } from './screen.ts';
export { site } from './site.ts';
