/** A request under a run of commands, as the tests of what follows upon what tell it. */
import type { Facts } from '../../src/domain/decisions/decision';
import type { Person } from '../../src/domain/people';
import type { Effect, PersonCommand, Request, SystemCommand } from '../../src/domain/request';
import {
  aFacilitatorRef,
  aMatch,
  anotherFacilitator,
  aRequest,
  aSlot,
  at,
  someMatches,
  theCoordinator,
  theFacilitator,
} from '../builders';
import { accepted, refusedOf } from './decided';

export const before = { now: at('2026-12-01T10:00') };

/** Each is accepted, and what it asks for is kept. */
export function story(request: Request, over: Partial<Facts> = before) {
  let current = request;
  let effects: readonly Effect[] = [];
  const told = {
    get request() {
      return current;
    },
    get asked() {
      return effects.map((effect) =>
        'attempt' in effect ? `${effect.kind} ${effect.attempt}` : effect.kind,
      );
    },
    /** When effects of a kind are due. */
    due: (kind: Effect['kind']) =>
      effects.flatMap((effect) => (effect.kind === kind && 'at' in effect ? [effect.at] : [])),
    by(who: Person, command: PersonCommand) {
      return take({ ...command, requestId: current.id, by: who });
    },
    reports(outcome: SystemCommand) {
      return take({ ...outcome, requestId: current.id, by: 'system' });
    },
    finds(...best: Parameters<typeof aMatch>[0][]) {
      const matches = someMatches({
        round: current.round,
        best: best.map((each, n) => aMatch({ ...each, id: `${current.round}-${n + 1}` })),
      });
      return told.reports({ kind: 'matches-found', matches, known: [] });
    },
    refuses(who: Person, command: PersonCommand) {
      return refusedOf(current, { ...command, requestId: current.id, by: who }, over);
    },
  };
  return told;

  function take(command: Parameters<typeof accepted>[1]) {
    const decided = accepted(current, command, over);
    current = decided.next;
    effects = decided.effects;
    return told;
  }
}

export const amber = aFacilitatorRef({
  ...anotherFacilitator,
  mail: 'amber@county.example',
  team: 'vs-fa',
});
/** When a session is booked for, and another time for it. */
export const { slot } = aMatch();
export const later = aSlot('2026-12-10T10:00');

/** Booked with Fay, who cannot after all. */
export function droppedOut(over?: Partial<Facts>) {
  return story(aRequest.booked(), over).by(theFacilitator, { kind: 'cannot', attempt: 1 });
}

/** The next one is asked for the same time. */
export function askedInstead() {
  const told = droppedOut().finds({ facilitator: amber, slot });
  told.by(theCoordinator, { kind: 'approve', matchId: `${told.request.round}-1` });
  told.reports({ kind: 'reserved', attempt: 2 });
  return told.reports({ kind: 'meeting-secured', attempt: 2, openingChecks: [] });
}
