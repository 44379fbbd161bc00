// What a woman is asked to allow, in plain words.
export const consent = {
  title: 'What I allow',
  titleFor: (name: string) => `What ${name} allows`,
  lead: 'You may say yes or no, and change your mind at any time. Training, aid and follow-up do not depend on it.',
  informed:
    'Following up your business is a duty of the Social Affairs Office and is not asked here: notes of visits and incomes are used to help you and to judge the training.',
  purposes: {
    shop: {
      title: 'Shop page and photos of mats',
      words:
        'The name of your shop, your district and photos of your mats are shown on the internet so that people can buy. Your name, phone and address are not. When you withdraw, the shop disappears at once; orders under way are finished.',
    },
    story: {
      title: 'My story',
      words: 'The short story you wrote is shown on the page of your shop. When you withdraw, it is hidden at once.',
    },
    whatsapp: {
      title: 'Contact by WhatsApp',
      words: 'Staff may send news and the monthly question to your WhatsApp.',
    },
    statistics: {
      title: 'Published figures',
      words:
        'The figures of your business are counted in published sums, without your name, together with at least four other women.',
    },
    sharing: {
      title: 'Sharing with another office',
      words: 'Data about your business may be given to another office, for example for capital or further training.',
    },
  },
  given: (day: string) => `Allowed since ${day}`,
  withdrawn: (day: string) => `Not allowed since ${day}`,
  unasked: 'Not asked yet',
  give: 'Yes, I allow it',
  withdraw: 'Withdraw',
  channels: {
    app: 'on this site',
    whatsapp: 'STOP by WhatsApp',
    paper: 'on paper',
    spoken: 'in person',
    phone: 'by phone',
  },
  withWitness: (channel: string, witness: string) => `${channel}, witness ${witness}`,
  record: 'Write down her answer',
  recordLead: 'Read the sentence aloud, then write down her answer. A yes needs a witness.',
  purpose: 'What for',
  answer: 'Answer',
  yes: 'Yes, allowed',
  no: 'No, or withdrawn',
  channel: 'How she answered',
  witness: 'Name of the witness',
  save: 'Write down',
};
