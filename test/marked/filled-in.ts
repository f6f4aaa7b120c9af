/** What is filled in: dates that can be asked for, and a whole form with a mark in every field. */
import { addWorkingDays, firstDayWithNotice } from '../../src/domain/calendar';
import type { Instant } from '../../src/domain/intervals';
import { defaultPolicy as policy } from '../../src/domain/policy';
import type { RequestId } from '../../src/domain/request';
import { practitioners } from '../sandbox/people';
import { typed } from './marks';

const [, sam] = practitioners;

export function datesFrom(now: Instant) {
  const earliest = firstDayWithNotice(now, policy);
  const days = 'monday,tuesday,wednesday,thursday,friday';
  return { earliest, latest: addWorkingDays(earliest, 14, policy), days, times: 'morning,afternoon' };
}

/** Everything that can be filled in; changing one it is the same form again. */
export function whole(now: Instant, changes?: { readonly request: RequestId; readonly revision: number }) {
  const added = [
    { name: typed('participantName'), mail: typed('participantMail'), team: 'ed-pri' },
    { name: typed('role'), mail: '', team: 'hl-sn' },
    { name: sam.name, mail: sam.mail, team: 'cs-eh', id: sam.id },
  ];
  return {
    draft: JSON.stringify({
      nonce: 'marked-marked-marked',
      riskKnown: false,
      added,
      ...(changes && { changes }),
    }),
    ...{
      caseReference: typed('caseReference'),
      team: 'cs-fs',
      phone: typed('phone'),
      colleague: typed('colleague'),
    },
    ...{ reason: `we are stuck and worried, ${typed('reason')}`, familyTold: 'yes', place: 'in-person' },
    ...{ venue: `${typed('venue')} hall`, locality: 'norwich', arrangements: 'bsl', ...datesFrom(now) },
  };
}
