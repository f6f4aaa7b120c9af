/** How the coordinators see a session that stands and is to be changed: what is wanted, what there is, what goes on. */
import type { Matches } from '../../domain/match';
import { isStanding, type StandingSession } from '../../domain/rearranging';
import type { Request } from '../../domain/request';
import { whyInWords } from '../../wording/matching';
import { momentInWords, slotInWords } from '../../wording/when';
import { isolated } from '../../wording/typed-text';
import { STANDING, WANTED_BY, WANTED_TOO_BY } from '../../wording/rearranging';

export interface RearrangingButtons {
  /** Looking for another time than is booked. */
  readonly canMove: boolean;
  readonly canKeepTime: boolean;
  /** Letting go whoever is asked in place of the facilitator, before they have answered. */
  readonly canLetGo: boolean;
}

/** `own` for the view of one signed-in coordinator. */
export function rearrangingButtons(request: Request, own: boolean): RearrangingButtons {
  const isBooked = own && request.state === 'booked';
  return {
    canMove: isBooked && !request.rearranging,
    canLetGo: own && request.state === 'uncovered' && request.rearranging.chosen !== undefined,
    canKeepTime: isBooked && request.rearranging !== undefined && !request.rearranging.chosen,
  };
}

/** The matches a coordinator may choose from now, for whatever they are to decide. */
export function openMatches(request: Request): Matches | undefined {
  if (request.state === 'submitted') return request.matches;
  return isStanding(request) && !request.rearranging?.chosen ? request.rearranging?.matches : undefined;
}

export function rearrangingLines(request: StandingSession): string[] {
  const { rearranging } = request;
  if (!rearranging) return [];
  const { askedBy, setback, chosen, matches } = rearranging;
  const wanted = request.state === 'uncovered' ? WANTED_TOO_BY : WANTED_BY;
  return [
    ...(askedBy && !chosen ? [wanted[askedBy]] : []),
    ...(setback ? [whyInWords({ ...setback, facilitator: isolated(setback.facilitator) })] : []),
    ...(chosen ? [chosenInWords(chosen)] : found(request, matches)),
  ];
}

function chosenInWords({
  match,
  by,
  stage,
}: NonNullable<NonNullable<StandingSession['rearranging']>['chosen']>) {
  const who = isolated(match.facilitator.name);
  const what =
    stage.at === 'asked'
      ? `Offered to ${who}, ${slotInWords(match.slot)}, until ${momentInWords(stage.answerBy)}.`
      : stage.at === 'securing'
        ? `${STANDING.asking} ${who}, ${slotInWords(match.slot)}.`
        : `${STANDING.move} ${slotInWords(match.slot)}, with ${who}.`;
  return `${what} Approved by ${isolated(by.name)}.`;
}

function found(request: StandingSession, matches: Matches | undefined): string[] {
  if (!matches) return [STANDING.looking];
  if (matches.unreachable) return [STANDING.unreachable];
  if (matches.best.length > 0) return [];
  return [request.state === 'uncovered' ? STANDING.none : STANDING.noneElsewhen];
}
