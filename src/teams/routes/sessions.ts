/** Taking part in a session and facilitating one, as a table of contents. */
import { createFacilitating, type FacilitatingNeeds } from '../facilitating/facilitating';
import { createFacilitatorMissing, type FacilitatorMissingNeeds } from '../facilitating/facilitator-missing';
import { createOwnFacilitating, type OwnFacilitatingNeeds } from '../facilitating/own-facilitating';
import { createRecording, type RecordingNeeds } from '../facilitating/recording';
import { createShowingEvaluation, type ShowingEvaluationNeeds } from '../facilitating/showing-evaluation';
import { createTalkOver, type TalkOverNeeds } from '../facilitating/talking-over';
import { createAnsweringPolls, type AnsweringPollsNeeds } from '../taking-part/answering-polls';
import { createAnsweringEvaluations, type AnsweringEvaluationsNeeds } from '../taking-part/evaluating';
import { createOwnPart, type OwnPartNeeds } from '../taking-part/own-part';
import { createOwnSessions, type OwnSessionsNeeds } from '../taking-part/own-sessions';
import { refused } from '../answers';
import { isInvoke } from '../submission';
import { TROUBLE } from '../wording/refusals';
import type { Routing } from './routing';

export type SessionRoutesNeeds = FacilitatingNeeds &
  FacilitatorMissingNeeds &
  OwnFacilitatingNeeds &
  RecordingNeeds &
  ShowingEvaluationNeeds &
  TalkOverNeeds &
  AnsweringPollsNeeds &
  AnsweringEvaluationsNeeds &
  OwnPartNeeds &
  OwnSessionsNeeds;

export function routeSessions(routing: Routing, needs: SessionRoutesNeeds): void {
  const { says, pressesInPrivate, inPrivate } = routing;
  const facilitating = createFacilitating(needs);
  const facilitatorMissing = createFacilitatorMissing(needs);
  const recording = createRecording(needs);
  const showEvaluation = createShowingEvaluation(needs);
  const talkOver = createTalkOver(needs);
  const ownFacilitating = createOwnFacilitating(needs);
  const answerPoll = createAnsweringPolls(needs);
  const evaluate = createAnsweringEvaluations(needs);
  const ownPart = createOwnPart(needs);
  const ownSessions = createOwnSessions(needs);

  says('facilitating', ({ turn, by }) => inPrivate(turn, by, () => ownFacilitating.show(by)));
  says('sessions', ({ turn, by }) => inPrivate(turn, by, () => ownSessions.list(by)));

  pressesInPrivate('accept', ({ by, data }) => facilitating.accept(data, by));
  pressesInPrivate('cannot', ({ by, data }) => facilitating.cannot(data, by));
  pressesInPrivate('another-time-facilitating', ({ by, data }) => facilitating.anotherTime(data, by));
  pressesInPrivate('not-held-own', ({ by, data }) => facilitating.notHeld(data, by));
  pressesInPrivate('record-session-form', ({ by, data }) => recording.form(data.request, by));
  pressesInPrivate('record-session', ({ by, data }) => recording.save(data, by));
  pressesInPrivate('show-evaluation', ({ by, data }) => showEvaluation(data.request, by));
  pressesInPrivate('talk-over', ({ by }) => talkOver(by));
  pressesInPrivate('pause', ({ by, data }) => ownFacilitating.pause(by, data.until));
  pressesInPrivate('end-pause', ({ by }) => ownFacilitating.endPause(by));
  pressesInPrivate('declare', ({ by, data }) => ownFacilitating.declare(by, data));

  pressesInPrivate('session', ({ by, data }) => ownSessions.open(data.request, by));
  pressesInPrivate('attend', ({ by, data }) => ownPart.attend(data, by));
  pressesInPrivate('ask-arrangements', ({ by, data }) => ownPart.askArrangements(data, by));
  pressesInPrivate('ask-arrangements-own', ({ by, data }) => ownPart.askArrangementsAsRequester(data, by));
  pressesInPrivate('answer-poll', ({ by, data }) => answerPoll(data, by));
  // Never who it is from. An old client's Submit could only be answered by another message, which has a time for all to see.
  pressesInPrivate('evaluate', ({ turn, data }) =>
    isInvoke(turn.activity) ? evaluate(data) : refused(TROUBLE.newerTeams),
  );
  pressesInPrivate('facilitator-missing', ({ by, data }) => facilitatorMissing.say(data, by));
  pressesInPrivate('facilitator-missing-own', ({ by, data }) => facilitatorMissing.sayAsRequester(data, by));
}
