// Messages to a phone.
export const message = {
  signInCode: (code: string) => `${code} is your Keset Kita code. Give it to nobody. Good for 5 minutes.`,
  purchasePlaced: (number: string, total: string, link: string) =>
    `We have noted order ${number} (${total}). Follow and pay it here: ${link}`,
  orderForMaker: (number: string, total: string, link: string) => `A new order ${number}, ${total}. Open: ${link}`,
  orderReminder: (number: string, link: string) => `Order ${number} still waits for an answer. Open: ${link}`,
  orderCancelled: (number: string, link: string) =>
    `Order ${number} is cancelled. You need not work on it any more. See: ${link}`,
  refundOwed: (number: string, rupiah: string, link: string) =>
    `The payment for order ${number} came after the order had ended. ${rupiah} will be returned: ${link}`,
  checkInAsked: (month: string, link: string) =>
    `How did your mats do in ${month}? Five questions, two minutes. The answers do not change any aid you receive: ${link}`,
  proofArrived: (number: string, link: string) =>
    `The buyer has sent a receipt for ${number}. Look at your account, then answer here: ${link}`,
  proofRefused: (number: string, link: string) =>
    `The money for order ${number} is not in the account yet. Please check and send the receipt again: ${link}`,
  orderForOfficer: {
    unanswered: (number: string, shop: string, link: string) =>
      `Order ${number} of ${shop} has had no answer for two days. Please look in: ${link}`,
    late: (number: string, shop: string, link: string) =>
      `Order ${number} of ${shop} is later than promised. Please look in: ${link}`,
    proofRefused: (number: string, shop: string, link: string) =>
      `The receipt for order ${number} of ${shop} was refused twice. Please look into it: ${link}`,
    proofAgain: (number: string, shop: string, link: string) =>
      `A new transfer receipt has come for order ${number} at ${shop} after two refusals. The treasurer decides; please help: ${link}`,
    proofUnread: (number: string, shop: string, link: string) =>
      `Nobody has read the receipt for order ${number} of ${shop} for a day. Please look in: ${link}`,
  },
  orderRefused: (number: string, words: string, link: string) =>
    `We are sorry, order ${number} cannot be made. The maker says: “${words}”. If you have paid, the money comes back: ${link}`,
  orderMoved: (number: string, status: string, link: string) => `Order ${number}: ${status}. ${link}`,
};
