/** What is looked at once more after some minutes, and who is called at once: asked of each decision itself. */
import { endDatesWait } from '../../src/domain/decisions/dates';
import { decideOutcome } from '../../src/domain/decisions/outcomes';
import { moveJudged } from '../../src/domain/decisions/outlook';
import { undo } from '../../src/domain/decisions/transitions';
import { MINUTE_MS } from '../../src/domain/intervals';
import { aMatch, aRequest, aSlot, at, facts, someDatesAsked, theCoordinator } from '../builders';

const now = at('2026-11-25T10:00');
const acting = facts({ now });

describe('Once more', () => {
  it('after ten minutes, an event is taken down that was still being made', () => {
    const removed = undo(aRequest.approved(), acting).filter(({ kind }) => kind === 'cancel-event');
    expect(removed).toEqual([
      { kind: 'cancel-event', attempt: 1 },
      { kind: 'cancel-event', attempt: 1, at: now + 10 * MINUTE_MS },
    ]);
  });

  it('after five minutes, a session is looked at whose event was being moved at its end', () => {
    const chosen = { attempt: 2, match: aMatch(), by: theCoordinator, stage: { at: 'moving' } } as const;
    const moving = aRequest.booked({ rearranging: { chosen }, tried: 2 });
    expect(decideOutcome(moving, { kind: 'session-ended', attempt: 1 }, acting)).toEqual({
      next: moving,
      effects: [{ kind: 'end-session', attempt: 1, at: now + 5 * MINUTE_MS }],
    });
  });

  it('after ten minutes, it is asked whether a request is to be closed whose matches are being looked for', () => {
    const datesAsked = someDatesAsked();
    const searching = aRequest.searching({ datesAsked });
    expect(endDatesWait(searching, datesAsked.at, acting)).toEqual({
      next: searching,
      effects: [{ kind: 'end-dates-wait', asked: datesAsked.at, at: now + 10 * MINUTE_MS }],
    });
  });
});

it('Coordinators are shown, and called to, a move in Outlook that breaks a rule', () => {
  const slot = aSlot('2026-12-10T10:00');
  const moved = aRequest.booked({ outlook: { movedTo: slot } });
  expect(moveJudged(moved, { kind: 'move-judged', attempt: 1, slot, keeps: false }, acting)).toEqual({
    next: moved,
    effects: [{ kind: 'show-coordinators' }, { kind: 'call-coordinators' }],
  });
});
