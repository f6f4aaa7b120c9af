/** The form as it is sent in a storm: a few people of three agencies, some of them in Teams, for the same two mornings. */
import { addWorkingDays, firstDayWithNotice } from '../../src/domain/calendar';
import type { Instant } from '../../src/domain/intervals';
import { requestIdFor } from '../../src/ids';
import { anAsk, aParticipantAnswer } from '../builders';
import { practitioners, type SandboxPerson } from '../sandbox/people';
import { POLICY } from './town';

const [petra, sam, indigo, tess] = practitioners;
/** Who asks, one after another. */
const REQUESTERS = [petra, indigo, petra, indigo, petra, indigo] as const;

export interface Form {
  readonly id: string;
  readonly by: SandboxPerson;
  readonly data: object;
}

/** The nth form of a seed, always the same request. */
export function formOf(seed: number, n: number, now: Instant): Form {
  const by = REQUESTERS[n % REQUESTERS.length]!;
  const nonce = `storm-${String(seed).padStart(8, '0')}-${n}-0000`;
  const { reason, familyTold } = anAsk();
  const earliest = firstDayWithNotice(now, POLICY);
  const { name, mail, team } = aParticipantAnswer();
  return {
    id: requestIdFor(by.id, nonce),
    by,
    data: {
      draft: JSON.stringify({
        nonce,
        riskKnown: false,
        added: [sam, tess].map(({ id }, i) => ({
          id,
          name: '',
          mail: '',
          team: i === 0 ? 'cs-eh' : 'ed-pri',
        })),
      }),
      caseReference: `CASE-REF-${4700 + n}`,
      team: 'cs-fs',
      reason,
      familyTold,
      place: 'online',
      venue: '',
      earliest,
      latest: addWorkingDays(earliest, 1, POLICY),
      days: 'monday,tuesday,wednesday,thursday,friday',
      times: 'morning',
      name0: name,
      mail0: mail,
      team0: team,
    },
  };
}
