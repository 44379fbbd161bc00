// Messages to a phone. {{1}}, {{2}} … are filled when it is sent; the signature stands under each but the code.
export const message = {
  signature: 'Keset Kita, Kota Tangerang',
  signInCode: '{{1}} is your Keset Kita code. Give it to nobody. Good for 5 minutes.',
  purchasePlaced: 'We have noted order {{1}} ({{2}}). Follow and pay it here: {{3}} Reply STOP for no more news.',
  orderForMaker: 'A new order {{1}}, {{2}}. Open: {{3}}',
  orderReminder: 'Order {{1}} still waits for an answer. Open: {{2}}',
  orderCancelled: 'Order {{1}} is cancelled. You need not work on it any more. See: {{2}}',
  refundOwed: 'The payment for order {{1}} came after the order had ended. {{2}} will be returned: {{3}}',
  checkInAsked:
    'How did your mats do in {{1}}? Five questions, two minutes. The answers do not change any aid you receive: {{2}} Reply STOP for no more news.',
  proofArrived: 'The buyer has sent a receipt for {{1}}. Look at your account, then answer here: {{2}}',
  proofRefused: 'The money for order {{1}} is not in the account yet. Please check and send the receipt again: {{2}}',
  orderForOfficer: {
    unanswered: 'Order {{1}} of {{2}} has had no answer for two days. Please look in: {{3}}',
    late: 'Order {{1}} of {{2}} is later than promised. Please look in: {{3}}',
    proofRefused: 'The receipt for order {{1}} of {{2}} was refused twice. Please look into it: {{3}}',
    proofAgain:
      'A new transfer receipt has come for order {{1}} at {{2}} after two refusals. The treasurer decides; please help: {{3}}',
    proofUnread: 'Nobody has read the receipt for order {{1}} of {{2}} for a day. Please look in: {{3}}',
  },
  orderRefused:
    'We are sorry, order {{1}} cannot be made. What the maker says, and your money if you have paid, is here: {{2}}',
  bankChange: {
    asked: 'Somebody asked to change the account of your shop, from {{1}} on. Was it not you? Take it back now: {{2}}',
    changed:
      'The account of your shop was changed at {{1}}. Was it not you? Call your field officer, and look here: {{2}}',
  },
  reassignmentAsked: 'Hello, {{2}} asks you to take order {{1}} over. Can you? Look at it first: {{3}}',
  reassignmentAnswered: {
    agreed: 'Good news: {{2}} takes order {{1}} over. You need not make it any more. See: {{3}}',
    declined: 'Sorry, {{2}} cannot take order {{1}} over. It is still yours. Open: {{3}}',
  },
  orderReassigned: 'Order {{1}} is now made by {{2}}, at the same price. See the mat, or cancel free of charge: {{3}}',
  orderMoved: 'Order {{1}}: {{2}}. {{3}}',
};
