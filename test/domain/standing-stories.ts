/** What is likely to come next of a session that stands and is being rearranged, or changed in Outlook. */
import type { StandingSession } from '../../src/domain/rearranging';
import type { Person } from '../../src/domain/people';
import type { PersonCommand, SystemCommand } from '../../src/domain/request';
import { aMatch, anotherFacilitator, aSlot, someMatches, theCoordinator, theFacilitator } from '../builders';
import { aSeenEvent } from '../sightings';

export type Next =
  | { readonly command: PersonCommand; readonly by: Person }
  | { readonly command: SystemCommand; readonly by: 'system' };

const elsewhen = aSlot('2026-12-10T10:00');

/** Undefined where nothing of the kind is under way, or begins with this number. */
export function whileStanding(request: StandingSession, n: number): Next | undefined {
  const { rearranging, attempt } = request;
  if (rearranging?.chosen) return step(rearranging.chosen, n);
  if (rearranging) return choice(request, n);
  switch (n) {
    case 7:
      return moved(request);
    case 8:
      return { command: { kind: 'cannot', attempt }, by: request.match.facilitator };
    case 10:
      return { command: { kind: 'another-time', attempt }, by: theCoordinator };
    default:
      return undefined;
  }
}

function step(
  { attempt, stage, match }: NonNullable<NonNullable<StandingSession['rearranging']>['chosen']>,
  n: number,
): Next {
  const system = (command: SystemCommand): Next => ({ command, by: 'system' });
  if (n % 5 === 4) return system({ kind: 'slot-lost', attempt, why: 'diary-busy' });
  switch (stage.at) {
    case 'reserving':
      return system({ kind: 'reserved', attempt });
    case 'moving':
      return system({ kind: 'moved', attempt });
    case 'securing':
      return system({ kind: 'meeting-secured', attempt, openingChecks: [] });
    case 'asked':
      return { command: { kind: n % 3 === 0 ? 'cannot' : 'accept', attempt }, by: match.facilitator };
  }
}

function choice({ rearranging, round, state, attempt, outlook }: StandingSession, n: number): Next {
  if (outlook?.movedTo && n % 2 === 0)
    return { command: { kind: 'take-over', attempt, start: outlook.movedTo.start }, by: theCoordinator };
  if (state === 'booked' && n === 11) return { command: { kind: 'keep-time', attempt }, by: theCoordinator };
  if (rearranging?.matches)
    return {
      command: { kind: 'approve', matchId: `${round}-${(n % 2) + 1}`, because: 'time-suits' },
      by: theCoordinator,
    };
  const facilitator = { ...aMatch().facilitator, ...anotherFacilitator };
  const other = aMatch({
    facilitator: state === 'booked' ? { ...facilitator, ...theFacilitator } : facilitator,
  });
  const best = [
    { ...other, id: `${round}-1`, slot: state === 'booked' ? elsewhen : other.slot },
    aMatch({ id: `${round}-2`, facilitator, slot: elsewhen }),
  ];
  return {
    command: { kind: 'matches-found', matches: someMatches({ round, best }), known: [] },
    by: 'system',
  };
}

function moved(request: StandingSession): Next {
  const { attempt, outlook } = request;
  if (outlook?.movedTo)
    return { command: { kind: 'move-judged', attempt, slot: outlook.movedTo, keeps: true }, by: 'system' };
  const seen = aSeenEvent(request, {}, { slot: elsewhen });
  return { command: { kind: 'event-seen', attempt, seen }, by: 'system' };
}
