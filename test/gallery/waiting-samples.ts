/** The cards of a request that waits: overdue, with the lead, and asked for other dates. */
import { defaultPolicy as policy } from '../../src/domain/policy';
import type { Submitted } from '../../src/domain/request';
import type { CardData } from '../../src/teams/card-data';
import { presentForCoordinators } from '../../src/teams/present/coordination';
import { presentForLead } from '../../src/teams/present/lead';
import { presentForRequester } from '../../src/present/requester';
import { problemWithField } from '../../src/wording/form';
import { DATES_NOT_CHANGED } from '../../src/wording/waiting';
import { anAsk, aRequest, someDatesAsked, someMatches } from '../builders';
import { withHolidays } from '../school-holidays';

const waiting = (over: Partial<Submitted>) =>
  aRequest.submitted({ id: '7qf3k2m9zzzzzzzzzzzzzzzzzz', ...over });
const NO_TIME = {
  matches: someMatches({ best: [], removed: { 'no-free-slot': 3, cap: 1 } }),
  datesAsked: someDatesAsked(),
};
const NEAR = { raised: 'lead', datesAsked: someDatesAsked({ why: 'dates-near' }) } as const;

export function waitingForRequester() {
  const typed = { earliest: '2027-01-11', latest: '2027-01-01', days: ['monday'], times: ['morning'] };
  const problem = problemWithField({ field: 'latest', fault: 'reversed', allowed: typed.earliest });
  return {
    overdue: presentForRequester(waiting({ raised: 'coordinators' }), policy),
    datesAsked: presentForRequester(waiting(NO_TIME), policy),
    datesNear: presentForRequester(waiting(NEAR), policy),
    datesInHolidays: presentForRequester(waiting({ ...NO_TIME, ask: anAsk({ minutes: 60 }) }), withHolidays, {
      notice: `${DATES_NOT_CHANGED} ${problemWithField({ field: 'schoolsAgree', fault: 'school-holidays' })}`,
      dates: { ...typed, earliest: '2026-12-21', latest: '2026-12-23' },
    }),
    datesRefused: presentForRequester(waiting(NO_TIME), policy, {
      notice: `${DATES_NOT_CHANGED} ${problem}`,
      dates: typed,
    }),
  } satisfies Record<string, CardData['requester']>;
}

export function waitingForCoordinators() {
  const view = { refresh: { userIds: ['29:c0000000-1'], button: false }, coordinator: true };
  return {
    overdue: presentForCoordinators(waiting({ raised: 'coordinators' }), policy, view),
    datesAsked: presentForCoordinators(waiting(NO_TIME), policy, view),
    datesNear: presentForCoordinators(waiting(NEAR), policy, view),
    lead: presentForLead(waiting({ raised: 'lead', leadTold: true }), policy, true),
  } satisfies Record<string, CardData['coordination']>;
}
