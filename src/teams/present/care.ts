/**
 * What a request needs of its coordinators besides a decision, and what they know of it. What names people, or was written
 * to somebody, is for the coordinator's own view: the channel's card is read by more people.
 */
import { isEverybodyNamed } from '../../domain/ask';
import { isStanding } from '../../domain/rearranging';
import type { Request } from '../../domain/request';
import type { Fact } from '../card-data';
import { isolated } from '../../wording/typed-text';
import { CARE, participantsGone } from '../wording/looking-after';
import { dayOf } from '../../wording/when';

/** Whether a coordinator may still complete or decline it: nothing has been decided. */
export function isUndecided({ state }: Request): boolean {
  return state === 'submitted' || state === 'returned';
}

/** What needs a person, a sentence each. `own` for the view of one signed-in coordinator. */
export function careLines({ requester, ask, state }: Request, own: boolean): string[] {
  const gone = ask.participants.filter((each) => each.gone);
  const names = own ? gone.map(({ name }) => isolated(name)) : [];
  return [
    ...(requester.gone ? [CARE.requesterGone] : []),
    ...(gone.length > 0 ? [participantsGone(gone.length, names)] : []),
    ...(state === 'submitted' && (ask.toBeNamed ?? []).length > 0
      ? [own ? `${CARE.approveLater} ${CARE.completeFirst}` : CARE.approveLater]
      : []),
  ];
}

export function needsCare(request: Request): boolean {
  return careLines(request, false).length > 0;
}

/** What is for the coordinator's own view alone. */
export function ownFacts(request: Request): Fact[] {
  const { ask, requester, note } = request;
  return [
    ...fact(CARE.interpreters, (ask.interpreters ?? []).map(({ name }) => isolated(name)).join(', ')),
    ...fact(CARE.colleague, isolated(requester.colleague?.mail ?? '')),
    ...fact(CARE.missing, request.state === 'returned' ? isolated(request.missing) : ''),
    ...fact(
      CARE.lastNote,
      note ? `${isolated(note.text)} (${isolated(note.by.name)}, ${dayOf(note.at)})` : '',
    ),
  ];
}

function fact(label: string, value: string): Fact[] {
  return value === '' ? [] : [{ label, value }];
}

/** Which buttons a coordinator's own view has; none on the channel's card. */
export function careButtons(request: Request, own: boolean) {
  const undecided = own && isUndecided(request);
  const named = isEverybodyNamed(request.ask);
  const openRearranging =
    isStanding(request) && request.rearranging !== undefined && !request.rearranging.chosen;
  return {
    canApprove: (undecided && named) || (own && openRearranging),
    canLookAgain: own && (request.state === 'submitted' || openRearranging),
    canReturn: own && request.state === 'submitted',
    completeFirst: undecided && !named,
    completeLater: undecided && named,
    canDecline: undecided,
    hasMore: own && request.state !== 'closed',
    historyBeside: own && request.state === 'closed',
  };
}
