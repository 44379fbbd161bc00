// Words of the demonstration's front desk.
export const demo = {
  title: 'Demonstration',
  lead: 'All people, orders and money here are made up. Choose who you are:',
  roles: {
    maker: 'Maker (a graduate with a shop)',
    field_officer: 'Field officer',
    programme_officer: 'Programme officer of the social office',
    analyst: 'Analyst (without names)',
    finance: 'Finance officer',
    administrator: 'Administrator',
  },
  signIn: 'Sign in',
  as: (role: string) => `as ${role}`,
  buyer: 'A buyer needs no account:',
  browse: 'choose a mat',
  card: 'Cards are paid at a simulator that opens by itself;',
  payments: 'all its payments',
  outbox: 'Outbox',
  outboxLead: 'Messages that reach a phone in the real world. For programs:',
  waitsUntil: (when: string) => `waits for the morning, goes ${when}`,
  stopped: 'not sent: the receiver does not want it',
  noMessages: 'No message yet.',
};
