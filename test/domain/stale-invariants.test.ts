/** Which work a later decision has made pointless, whatever happened in between. */
import { isStale } from '../../src/domain/lanes';
import { type Chosen, chosenOf, isSameTime, isStanding } from '../../src/domain/rearranging';
import type { Effect, Request } from '../../src/domain/request';
import { always } from './decide-stories';

/** Whether an effect belongs to the round, the wait or the attempt that stands. */
function isOf(effect: Effect, request: Request): boolean {
  if (effect.kind === 'find-matches') return effect.round === request.round;
  if (effect.kind === 'end-poll')
    return 'poll' in request && request.poll?.at === effect.poll && !request.poll.over;
  if (effect.kind === 'raise') return effect.due === request.answerDueAt;
  if (effect.kind === 'watch-dates') return effect.latest === request.ask.latest;
  if ('asked' in effect) return request.state === 'submitted' && effect.asked === request.datesAsked?.at;
  return 'attempt' in effect && effect.attempt === request.attempt;
}

/** The states an effect makes sense in, where it is of the round, the attempt or the wait that stands. */
const NEEDS: Partial<Record<Effect['kind'], readonly Request['state'][]>> = {
  'find-matches': ['submitted', 'booked', 'uncovered'],
  raise: ['submitted'],
  'end-poll': ['submitted'],
  'watch-dates': ['submitted'],
  'remind-dates': ['submitted'],
  'end-dates-wait': ['submitted'],
  reserve: ['approved'],
  'create-event': ['approved'],
  'secure-meeting': ['approved'],
  'watch-answer': ['offered'],
  'remind-facilitator': ['offered'],
  'remind-session': ['booked'],
  'show-on-the-day': ['booked'],
  'end-wait': ['offered'],
  'invite-participants': ['booked', 'uncovered'],
  'end-session': ['booked'],
  'look-at-event': ['booked'],
  'judge-move': ['booked'],
  'put-back-event': ['booked', 'uncovered'],
  'end-uncovered': ['uncovered'],
  'ask-evaluation': ['held'],
  'ask-record': ['held'],
  'end-evaluation': ['held'],
  'move-event': [],
};

/** Of what was chosen for a session that stands: in which of its stages. */
const STAGES: Partial<Record<Effect['kind'], readonly Chosen['stage']['at'][]>> = {
  reserve: ['reserving', 'moving', 'securing', 'asked'],
  'move-event': ['moving'],
  'invite-participants': ['reserving', 'moving', 'securing', 'asked'],
  'secure-meeting': ['reserving', 'moving', 'securing', 'asked'],
  'watch-answer': ['asked'],
  'remind-facilitator': ['asked'],
  'end-wait': ['asked'],
};

function isWanted(effect: Effect, after: Request): boolean {
  const chosen = 'attempt' in effect ? chosenOf(after, effect.attempt) : undefined;
  if (effect.kind === 'mail') return isNews(effect, after);
  if (chosen && STAGES[effect.kind]) return STAGES[effect.kind]!.includes(chosen.stage.at);
  const states = NEEDS[effect.kind];
  if (!states) return isCalledFor(effect, after);
  if (!states.includes(after.state) || !isOf(effect, after)) return false;
  const session = isStanding(after) ? after : undefined;
  switch (effect.kind) {
    case 'find-matches':
      return !session || (session.rearranging !== undefined && !session.rearranging.chosen);
    case 'judge-move':
      return session?.outlook?.movedTo !== undefined;
    case 'put-back-event':
      return session !== undefined && isSameTime(session.match.slot, effect.slot);
    case 'ask-record':
      return !('record' in after);
    case 'end-uncovered':
      return session?.match.slot.start === effect.at;
    default:
      return true;
  }
}

/** Of a session that stands, or is booked, whoever is on its list; all else of a mail is in old-news.test.ts. */
function isNews({ to, news }: Extract<Effect, { kind: 'mail' }>, after: Request): boolean {
  if (news === 'poll') return to.as === 'participant' && isPolled(after, to.mail);
  if (news !== 'invited' && news !== 'session-reminder') return true;
  const mails = after.ask.participants.map(({ mail }) => mail);
  const isOnList = to.as !== 'participant' || mails.includes(to.mail);
  return isOnList && (news === 'invited' ? isStanding(after) : after.state === 'booked');
}

/** While the question is open, and they have not answered it. */
function isPolled(after: Request, mail: string): boolean {
  const poll = after.state === 'submitted' && !after.poll?.over ? after.poll : undefined;
  return poll !== undefined && poll.asked.includes(mail) && !poll.answers.some((each) => each.mail === mail);
}

/** A call about something that has been dealt with since would only frighten. */
function isCalledFor(effect: Effect, after: Request): boolean {
  if (effect.kind !== 'call-coordinators') return true;
  if (effect.about === 'proposal') return 'proposal' in after && after.proposal !== undefined;
  if (effect.about === 'poll') return after.state === 'submitted';
  if (effect.about === 'cannot-come') return isStanding(after) && after.absent !== undefined;
  return effect.about !== 'facilitator-missing' || ('missing' in after && after.state !== 'returned');
}

describe('Whatever happens, in whatever order', () => {
  it('work just asked for is never out of date', () => {
    always(({ after, effects }) => {
      for (const effect of effects) expect(isStale(effect, after)).toBe(false);
    });
  });

  it('earlier work is out of date exactly when its state, attempt, round or wait has gone', () => {
    always(({ after }, earlier) => {
      for (const effect of earlier.flatMap(({ effects }) => effects))
        expect([effect.kind, isStale(effect, after)]).toEqual([effect.kind, !isWanted(effect, after)]);
    }, 80);
  });
});
