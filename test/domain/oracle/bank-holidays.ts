/**
 * From the public rules (Banking and Financial Dealings Act 1971, and Easter): the weekdays on which England's offices
 * are closed, written down year by year and computed by nobody.
 */
export const CLOSED_WEEKDAYS: Record<number, readonly string[]> = {
  2024: ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26'],
  2025: ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26'],
  // Boxing Day is a Saturday: Monday 28 stands in.
  2026: ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'],
  // Christmas Day is a Saturday and Boxing Day a Sunday: Monday 27 and Tuesday 28 stand in.
  2027: ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28'],
  // New Year's Day is a Saturday: Monday 3 stands in. Christmas is on weekdays again.
  2028: ['01-03', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26'],
  2029: ['01-01', '03-30', '04-02', '05-07', '05-28', '08-27', '12-25', '12-26'],
  2030: ['01-01', '04-19', '04-22', '05-06', '05-27', '08-26', '12-25', '12-26'],
};
