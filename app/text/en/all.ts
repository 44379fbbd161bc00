// All nouns of the English text.
export { form } from './form.ts';
export { home } from './home.ts';
export { info } from './info.ts';
export { listing } from './listing.ts';
export { screen } from './screen.ts';
export { site } from './site.ts';
