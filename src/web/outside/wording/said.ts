/** What somebody is told right after they have done something on their page. */
import { PROPOSING } from '../../../wording/proposing';
import { POOL } from '../../../wording/pool';
import { RECORD, toldToTalkInWords } from '../../../wording/session-record';

export const SAID = {
  withdrawn: 'It is withdrawn. There is nothing more you need to do.',
  confirmed: 'Thank you. The coordinators are shown that it was you who asked.',
  changed: 'Your change has been sent. A coordinator reads it.',
  'dates-given': 'Your dates have been sent. The calendars are looked at again.',
  'time-asked':
    'The coordinators have been told that another time is wanted. Until you hear from us it stays as it is.',
  proposed: PROPOSING.sent,
  'proposal-taken-back': PROPOSING.takenBack,
  'missing-told':
    'The coordinators have been told, and try to reach the facilitator. Please wait together a little longer.',
  'not-coming': 'Thank you for telling us. The requester is told.',
  coming: 'Thank you: we have noted that you can come after all.',
  'arrangements-asked':
    'It has been noted, and the coordinators have been told. They get in touch if anything is unclear.',
  'poll-answered':
    'Thank you for your answer. Only the coordinators see it. You can change it here until the question is over.',
  'last-poll-answer': 'Thank you for your answer. Only the coordinators see it.',
  accepted: 'Thank you: you have accepted. The participants are invited now.',
  'cannot-said': 'The coordinators have been told.',
  'not-held-said': 'Thank you. It is noted that the session did not take place.',
  recorded: RECORD.recorded,
  'talk-told': toldToTalkInWords(''),
  paused: 'Your break has begun: you will not be asked for a session until it is over.',
  'paused-over-sessions':
    'Your break has begun: you will not be asked for a session until it is over. Sessions of yours lie in it: the coordinators have been told and will be in touch. Until then, please keep them free.',
  'pause-ended': POOL.pauseEnded,
  declared: POOL.declared,
  'own-link': 'We have mailed you the link to your own page, with all your sessions.',
} as const;
export type Said = keyof typeof SAID;

/** Nothing for anything that is not one of ours: what an address says is not to be put on a page. */
export function saidIn(query: URLSearchParams): { readonly said?: string } {
  const said = query.get('said') ?? '';
  return Object.hasOwn(SAID, said) ? { said: SAID[said as Said] } : {};
}
