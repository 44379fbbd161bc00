// Sentences under a field, by the message key that a schema or a command gives.
export const form = {
  summary: 'Something needs mending:',
  required: 'Please fill this in.',
  tooLong: 'Too long. Please shorten it.',
  notANumber: 'Please use digits only.',
  notRupiah: 'Please give an amount in rupiah, for example 25000.',
  notADate: 'This is not a date.',
  tooSmall: 'The number is too small.',
  tooLarge: 'The number is too large.',
  notAPhone: 'This is not a phone number yet. Example: 0812 3456 7890.',
  notAChoice: 'Please choose one.',
  conflict: 'It has changed in the meantime. Reload this page and try again.',
  notFound: 'Not found.',
  forbidden: 'This account may not do that.',
  optional: '(may stay empty)',
};
