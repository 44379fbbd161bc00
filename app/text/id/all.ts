// All nouns of the Indonesian text.
export { checkIn } from './check-in.ts';
export { checkout } from './checkout.ts';
export { consent } from './consent.ts';
export { demo } from './demo.ts';
export { form } from './form.ts';
export { home } from './home.ts';
export { info } from './info.ts';
export { listing } from './listing.ts';
export { message } from './message.ts';
export { order } from './order.ts';
export { outcome } from './outcome.ts';
export { screen } from './screen.ts';
export { signIn } from './sign-in.ts';
export { site } from './site.ts';
