/** Why something was not done, said on a page. Each sentence says what to do next. */
import type { Refused } from '../../../domain/refusal';

const DECIDED = 'This had been decided already, so nothing has changed. This page shows how it stands now.';
const NOT_YOURS =
  'This link cannot do that, so nothing has changed. Please open the newest mail we sent you.';

export const PAGE_REFUSALS: Record<Refused, string> = {
  'not-found': 'There is no such request any more, so nothing has changed. You can ask again at any time.',
  'already-submitted': 'This form has been sent already. This page shows the request it made.',
  'coordinators-only':
    'Only the coordinators can do this, so nothing has changed. Please get in touch with them.',
  'requester-only': NOT_YOURS,
  'facilitator-only': 'This session was offered to somebody else. Nothing has changed.',
  'already-decided': DECIDED,
  'already-theirs': DECIDED,
  'changed-meanwhile':
    'This request has been changed meanwhile, so nothing of yours was saved. Please look at it as it is now.',
  'not-everybody-named':
    'Somebody who is to take part is not named yet, so nothing has changed. Please complete the request first.',
  'not-independent':
    'They facilitate this session, so they cannot be its requester as well. Please choose somebody else.',
  'being-arranged':
    'It is being arranged already, so the form can no longer be changed. Please speak to a coordinator, or withdraw it.',
  'matches-outdated': DECIDED,
  'reason-needed': 'No reason was given, so nothing has changed. Please choose one.',
  'not-offered': 'This session is no longer offered to you. There is nothing you need to do.',
  'not-their-session': NOT_YOURS,
  'record-closed':
    'The evaluation of this session has closed, so its record can no longer be changed. If something in it is wrong, please tell the coordinators.',
  'not-over':
    'This can be said once the time of the session is over. Until it begins, you can say that you cannot facilitate it.',
  'not-taking-part':
    'You are not on the list of those who take part, so nothing has been done. If you came with them, please ask one of them to say it.',
  'not-taking-place':
    'This session no longer takes place as it was planned, so nothing has been done. If there is a new time, you will get an invitation.',
  'not-begun':
    'This session has not begun yet, so nobody was told anything. If the facilitator has not come five minutes after it should begin, please press the button again.',
  'session-moved': 'This session has been moved, so nothing has been done. This page shows its time.',
  'session-over': 'The time of this session is over, so nothing has been done. Please tell the coordinators.',
  'not-arranged':
    'Nothing is arranged yet, so the people can be changed on the form itself: choose “Change the request”.',
  'wait-arranging':
    'It is being arranged at this moment, so nothing can be changed just now. Please try again in a few minutes.',
  'nothing-proposed': 'This would change nothing: please tick who is to be left out, or add somebody.',
  'people-not-known':
    'Somebody you chose is not known (any more), so nothing was sent. Please write them in with their work e-mail, or leave them out.',
  'people-do-not-fit':
    'With these people it would no longer be a JAGS: too few or too many people, or too few agencies. Nothing has changed.',
  'facilitator-involved':
    'With these people the facilitator would no longer be independent, so nothing has changed. Please speak to a coordinator.',
  'counts-as-held':
    'The days in which this could be said are over, so the session counts as held. If that is wrong, please tell the coordinators.',
  'too-late': 'It is too late for that: the session has begun or is over. Please speak to a coordinator.',
  'too-late-to-move': 'It is too close to the session to move it. Please speak to a coordinator.',
  closed: 'This request is closed, so nothing has changed. You can ask again at any time.',
  'poll-open': DECIDED,
  'nothing-to-poll': DECIDED,
  'poll-over':
    'This question is over, so your answer was not noted. If a session is arranged, you will get an invitation.',
  'not-asked':
    'You have not been asked about these times, so nothing was noted. There is nothing you need to do.',
  form: 'Nothing has been sent yet. Please put right what is marked below.',
};
