// Words of the frames around the working pages of staff.
export const frame = {
  office: 'Social office',
  followup: 'Follow-up',
  today: 'Today',
  outcomes: 'Income outcomes',
  cohorts: 'Cohorts',
  money: 'Finance',
};
