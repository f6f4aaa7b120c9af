/** What people are told when something is not done. Each sentence says what to do next. */
import type { Refused } from '../../domain/refusal';

export const REFUSALS: Record<Refused, string> = {
  'not-found': 'No such request was found for you. Say "status" to see your own requests.',
  'already-submitted': 'This form has been sent already. This is the request it made.',
  'coordinators-only':
    'Only NSCP coordinators can decide on requests. If you are one, ask for your account to be added to their group.',
  'requester-only': 'Only the person who asked can do this. Say "status" to see your own requests.',
  'facilitator-only': 'This session was offered to somebody else. Nothing has changed.',
  'already-decided': 'This had been decided already. Nothing has changed; this is how it stands now.',
  'already-theirs': 'This request is theirs already. Nothing has changed.',
  'changed-meanwhile':
    'This request has been changed meanwhile, so nothing of yours was saved. Please look at it as it is now.',
  'not-everybody-named':
    'Somebody who is to take part is not named yet, so they could not be invited. Please complete the request first.',
  'not-independent':
    'They facilitate this session, so they cannot be its requester as well. Please choose somebody else.',
  'being-arranged':
    'It is being arranged already, so the form can no longer be changed. Please speak to a coordinator, or withdraw it.',
  'matches-outdated':
    'That match is no longer offered. Please choose from the matches shown now, or look again.',
  'reason-needed':
    'Another match than the first was chosen, and no reason was given. Please choose a reason, so that it can be understood later.',
  'not-offered': 'This session is no longer offered to you. There is nothing you need to do.',
  'not-their-session':
    'Only the facilitator of the session or a coordinator can say this. Say "status" to see your own requests.',
  'not-over':
    'This can be said once the time of the session is over. Until it begins, a coordinator can cancel a booked session.',
  'not-taking-part':
    'You are not on the list of those who take part, so nothing was done. If you came with them, please ask one of them to press it.',
  'not-taking-place':
    'This session no longer takes place as it was planned, so nobody was told anything. If there is a new time, you will get an invitation.',
  'not-begun': 'This session has not begun yet, so nobody was told anything.',
  'session-moved': 'This session has been moved, so nobody was told anything.',
  'session-over':
    'The time of this session is over. If it did not happen, its facilitator or a coordinator can say so on their own card. Please tell the coordinators.',
  'not-arranged':
    'Nothing is arranged yet, so the people can be changed on the form itself: press “Change” on the card of your request.',
  'wait-arranging':
    'It is being arranged at this moment, so nothing can be changed just now. Please try again in a few minutes.',
  'nothing-proposed': 'This would change nothing: please tick who is to be left out, or add somebody.',
  'people-not-known':
    'Somebody you chose is not in the directory (any more), so nothing was sent. Please write them in with their work e-mail, or leave them out.',
  'people-do-not-fit':
    'With these people it would no longer be a JAGS: too few or too many people, or too few agencies. Nothing has changed; please speak to the requester.',
  'facilitator-involved':
    'With these people the facilitator would no longer be independent, so nothing has changed. Please leave it as it is, or find another facilitator first.',
  'poll-open':
    'They have been asked already which times suit, and can still answer. You can decide on the card before they do.',
  'nothing-to-poll':
    'There is nothing to ask: it takes two different times, and somebody whose calendar cannot be seen. Please choose a match, or look again.',
  'poll-over':
    'This question is over, so your answer was not noted. If a session is arranged, you will get an invitation.',
  'not-asked':
    'You have not been asked about these times, so nothing was noted. There is nothing you need to do.',
  'counts-as-held':
    'The days in which this could be said are over, so the session counts as held. If that is wrong, please tell the coordinators.',
  'record-closed':
    'The evaluation of this session has closed, so its record can no longer be changed. If something in it is wrong, please tell the coordinators.',
  'too-late': 'It is too late for that: the session has begun or is over. Please speak to a coordinator.',
  'too-late-to-move':
    'It is too close to the session to move it. A coordinator can still cancel it, or find somebody else to facilitate it.',
  closed: 'This request is closed. Nothing has changed; to start again, say "request".',
  form: 'Nothing has been sent yet. Please put right what is marked in the form.',
};

/** Answers to what is not a refusal of the domain: cards nobody can read, faults, unknown people. */
export const TROUBLE = {
  unreadable: 'This card could not be read, so nothing was changed. Say "help" to start afresh.',
  outOfDate: 'This card is out of date. Say "status" to see your requests, or "help" for everything else.',
  unknownPerson:
    'Your account could not be recognised, so nothing was done. Please use Teams with your work account.',
  notSaved:
    'Sorry, this was NOT saved: our storage could not be reached. Please try again in a few minutes. If it is urgent, call the coordinators.',
  slow: 'This takes longer than usual, and we cannot tell yet whether it was saved. Say "status" in a minute, before you try again.',
  formNotSaved:
    'Sorry, your request was NOT saved: our storage could not be reached. What you typed is still here. Please send it again in a few minutes.',
  formSlow:
    'This takes longer than usual, and we cannot tell yet whether your request was saved. What you typed is still here. Please send it again in a minute: it never becomes two requests.',
  dialogNotSaved:
    'Sorry, this was NOT saved: our storage could not be reached. What you typed is still here. Please try again in a few minutes.',
  formTooLong:
    'This form has become too long for Teams, so nothing was sent. Please shorten the longest text, then try again.',
  privateOnly:
    'This goes on in our own chat, so that nothing about a family is seen here. Open a chat with me and say "request".',
  newerTeams:
    'This needs a newer Teams. Please open the card in Teams on a computer or a phone that is up to date.',
} as const;
