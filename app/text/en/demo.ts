// The front desk of the demonstration.
export const demo = {
  title: 'Demonstration',
  lead: 'Every person, order and rupiah here is made up. Choose who you are:',
  roles: {
    maker: 'Maker (a graduate with a shop)',
    field_officer: 'Field officer',
    programme_officer: 'Programme officer of Dinsos',
    analyst: 'Analyst (without names)',
    finance: 'Finance officer',
    administrator: 'Administrator',
  },
  enter: 'Sign in',
  as: (role: string) => `as ${role}`,
  buyers: 'Buyers need not sign in:',
  choose: 'choose a mat',
  cards: 'Cards are paid on a simulator that opens by itself:',
  payments: 'all its payments',
  outbox: 'Outbox',
  outboxLead: 'Messages that would reach a phone in the real world. For programs:',
  empty: 'No messages yet.',
};
