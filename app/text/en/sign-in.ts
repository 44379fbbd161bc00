// Signing in with a phone number and a code.
export const signIn = {
  title: 'Sign in',
  intro: 'For makers and staff. Buyers need no account.',
  again: 'To be safe, please sign in once more.',
  phone: 'Phone number',
  phoneHint: 'The registered WhatsApp number, for example 0812 3456 7890.',
  sendCode: 'Send code',
  codeTitle: 'Enter the code',
  codeIntro: (phone: string) =>
    `If ${phone} is registered, a six-digit code has been sent to it. It is good for 5 minutes.`,
  code: 'Six-digit code',
  enter: 'Sign in',
  otherPhone: 'Use another number, or ask for a new code',
  demoOutbox: 'Demonstration: the code is in the outbox',
};
