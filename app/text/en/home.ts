// Words of the front page and of a maker's page.
export const home = {
  title: 'Woven doormats from the hands of mothers in Tangerang',
  earned: (month: string, makers: number, rupiah: string) =>
    `In ${month}, about ${makers} makers received about ${rupiah} from buyers like you.`,
  makers: (count: number | null) =>
    `${count === null ? 'Graduates' : `About ${count} graduates`} of the city's weaving course weave and sell them themselves.`,
  description: "Handmade doormats by graduates of Tangerang city's weaving course. The money goes to the maker.",
  newest: 'Just woven',
  seeAll: 'See all doormats',
  byKind: 'By colour and size',
  stories: 'Who weaves them',
  howTitle: 'How it works',
  how: [
    'Choose a mat. You need no account.',
    'Give your name and WhatsApp number, choose how to pay and how it gets to you.',
    'Follow your order by one link. The money is for the woman who made it.',
  ],
  more: 'Read more',
  bulkTitle: 'Need many?',
  bulk: 'Offices, schools and neighbourhoods can order from several makers at once in one cart.',
  makerMats: 'Her mats',
  makerEmpty: 'Nothing on sale at the moment.',
  makerPickup: 'Where to collect',
};
