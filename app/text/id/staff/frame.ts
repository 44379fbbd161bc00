// Words of the frames around the working pages of staff.
export const frame = {
  office: 'Dinsos',
  followup: 'Pendampingan',
  today: 'Hari ini',
  outcomes: 'Hasil pendapatan',
  cohorts: 'Angkatan',
  money: 'Keuangan',
};
