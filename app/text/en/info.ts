// The three pages that say how buying, complaining and privacy work here.
export const info = {
  howItWorks: {
    title: 'How it works',
    lead: 'Every mat is sold by the woman who made it. This site is a shared shop window; the orders and the money are hers.',
    sections: [
      {
        heading: 'Ordering',
        lines: [
          'Choose a mat and a size, then press Buy. A cart may hold mats by several makers.',
          'Give your name and WhatsApp number. You need no account and no password.',
          'After ordering you get one link: to pay, to follow the order, and to complain when something is wrong.',
        ],
      },
      {
        heading: 'Paying',
        lines: [
          'Cash on delivery or at collection: confirm the order by its link within 12 hours.',
          'Bank transfer: pay exactly the amount shown and upload the receipt within 24 hours. The order goes on once the money is seen in the account, not because of the picture alone.',
          'Card or e-wallet, where offered: finish within 30 minutes.',
        ],
      },
      {
        heading: 'Receiving',
        lines: [
          'Brought by the maker to certain neighbourhoods, or collected at the public place shown. The delivery fee is shown before you fill in anything.',
          'A mat made to order has a promised date. Two days past it you may cancel free of charge.',
        ],
      },
      {
        heading: 'Exchanging or cancelling',
        lines: [
          'After you have received the mat you have at least two working days to exchange or cancel when it is not as described.',
          'Money that must go back goes back the way it came.',
        ],
      },
    ],
  },
  complaint: {
    title: 'Complaints',
    lead: 'Is something not right? We want to know, and every step has a time limit.',
    sections: [
      {
        heading: 'How to complain',
        lines: [
          "Open your order's link, contact the maker, and tell what is wrong. Add a photo if you can.",
          'To exchange or cancel, complain within two working days after receiving the mat. Faults that show later may still be reported.',
        ],
      },
      {
        heading: 'Our time limits',
        lines: [
          'The maker answers within 2 days.',
          'If it is not settled, a social officer of the city decides within 7 days: replacement, part refund or full refund.',
          'If there is no decision within 14 days, your money goes back.',
        ],
      },
      {
        heading: 'If you are not satisfied',
        lines: [
          'You may complain to the Directorate General of Consumer Protection, Ministry of Trade of Indonesia: WhatsApp 0853 1111 1010.',
          'You may also come to the office of Dinas Sosial Kota Tangerang during office hours.',
        ],
      },
      {
        heading: 'Complaints about content or personal data',
        lines: [
          'Photos, words or personal data that should not be shown can be reported at the same office. Requests about personal data are answered within 72 hours.',
        ],
      },
    ],
  },
  privacy: {
    title: 'Privacy',
    lead: 'We keep as little as possible, and only for the purposes named here (Law 27 of 2022).',
    sections: [
      {
        heading: 'Buyers',
        lines: [
          'Your name and WhatsApp number, to tell you about the order. Your address only when you ask for delivery.',
          'The address is stored encrypted and is visible only to the maker of that order, while the order lives.',
          'Transfer receipts are seen by the maker and the treasurer alone, the photo of the mat on arrival by you and the maker who brought it. Both are deleted 12 months after the order has ended.',
          "The order's link is a key: whoever holds it sees the order. Do not share it.",
          'No advertising, no trackers, no cookies of others. Cookies here are for the cart, the language and signing in.',
        ],
      },
      {
        heading: 'Makers',
        lines: [
          'Public pages show only the shop name she chose, her district, the story she agreed to, and her mats. No phone, no home address, no last seen.',
          'Location and camera details are removed from every photo. Mats are collected only at public places.',
          'She may hide her shop at any time; within a minute it is gone.',
        ],
      },
      {
        heading: 'Follow-up',
        lines: [
          'Visit notes and incomes are used to support the women and to judge the course. They are kept apart from the shop, encrypted, and every reading of a file is logged. The woman can see who read it.',
          'Follow-up data is kept for 24 months after the last visit, then separated from her name. Visit photos for 12 months.',
        ],
      },
      {
        heading: 'Your rights',
        lines: [
          'To see, correct, copy, withdraw consent and have deleted. Ask at the office of Dinas Sosial Kota Tangerang; we answer within 72 hours.',
          'If data leaks, the people concerned are told within 72 hours.',
        ],
      },
    ],
  },
};
