/** The policy of the defaults with Christmas holidays set, and days wholly in them: the story of tests about schools. */
import { defaultPolicy, type Policy } from '../src/domain/policy';

export const withHolidays: Policy = {
  ...defaultPolicy,
  schoolHolidays: [{ from: '2026-12-21', until: '2027-01-01' }],
};

/** Three working days, and no school open. */
export const IN_HOLIDAYS = { earliest: '2026-12-21', latest: '2026-12-23' } as const;
export const A_SCHOOL = { name: 'head of year', mail: '', team: 'ed-sec' } as const;
