// Words of the frame around every page.
export const site = {
  name: 'Keset Kita',
  tagline: 'Woven doormats from the hands of mothers in Tangerang',
  skip: 'Skip to content',
  products: 'Doormats',
  cart: 'Cart',
  signIn: 'Sign in',
  signOut: 'Sign out',
  language: 'Bahasa Indonesia',
  languageCode: 'id',
  howItWorks: 'How it works',
  complaint: 'Complaints',
  privacy: 'Privacy',
  runBy: 'Run with the social office of Tangerang city for graduates of its weaving course.',
  simulated: 'Demonstration: people, orders and money here are not real.',
  demo: 'Demonstration accounts',
};
