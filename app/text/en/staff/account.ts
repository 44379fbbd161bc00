// The bank account of a shop: where buyers transfer to.
export const account = {
  title: 'Account of the shop',
  current: 'Buyers transfer to',
  none: 'No account yet. Buyers can pay cash or by card.',
  set: 'Set the account',
  change: 'Change the account',
  firstHolds: 'The first account holds at once.',
  waits: 'The new account holds after 24 hours. We tell you right now, and you can still take it back.',
  empty: 'Leave all three empty if the shop takes no transfers any more.',
  save: 'Save',
  back: 'Back',
  waiting: (when: string) => `Changes ${when}`,
  notYou: 'Was it not you? Take it back, then call your field officer.',
  withdraw: 'Take the change back',
  tooLate: 'That change holds already. If it was not you, change it again and call your field officer.',
};
