// Screens for what went wrong: each says what to do next.
export const screen = {
  notFoundTitle: 'This page does not exist',
  notFoundText: 'The address may be mistyped, or it is no longer used.',
  forbiddenTitle: 'This page is not for your account',
  forbiddenText: 'Sign in with another account, or go back to the home page.',
  busyTitle: 'Tried too often',
  busyText: 'Wait a little, then try again. Nothing is lost.',
  brokenTitle: 'Sorry, something broke on our side',
  brokenText: 'Please try again in a moment. If it stays like this, tell us on the complaint page.',
  goHome: 'Go to the home page',
  signInAgain: 'Sign in',
};
