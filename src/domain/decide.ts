/**
 * What a Command does to a request: refused with a reason, or accepted with the next state and the Effects it asks for.
 * Pure: everything it needs to know is in its arguments. The rules are in `decisions/`, one file for each who decides.
 */
import { appoint, approve, decline, lookAgain, replace } from './decisions/coordinator';
import { edit, relax, returnForChanges, transfer, writeNote } from './decisions/looking-after';
import { type Acceptance, type Decision, type Facts, isRefusal, refuse } from './decisions/decision';
import { cancel, notHeld } from './decisions/ending';
import { acceptOffer, cannotFacilitate } from './decisions/facilitator';
import { missFacilitator } from './decisions/facilitator-missing';
import { recordSession } from './decisions/evaluating';
import { newDates } from './decisions/dates';
import { arrangeAnew, putBack, putListRight, takeOver } from './decisions/outlook';
import { decideOutcome } from './decisions/outcomes';
import { anotherTime, keepTime } from './decisions/rearranging';
import { agree, leave, propose } from './decisions/proposal';
import { withoutAnswered } from './decisions/mail-returned';
import { answerPoll, startPoll } from './decisions/poll';
import { askArrangements, attend } from './decisions/taking-part';
import { tryAgain } from './decisions/troubles';
import { change, confirm, confirmedByActing, submit, withdraw } from './decisions/requester';
import { mailed } from './mailed';
import type { Person } from './people';
import type { Addressed, Command, Effect, PersonCommand, Request } from './request';

/** Decides one command on a request as it stands; `undefined` when there is none of that id. */
export function decide(request: Request | undefined, command: Command, facts: Facts): Decision {
  if (command.by !== 'system')
    return told(request, command, decideForPerson(request, command, command.by, facts));
  return request ? told(request, command, decideOutcome(request, command, facts)) : refuse('not-found');
}

/** Who is told by which door follows from what was decided. */
function told(before: Request | undefined, command: Command, decision: Decision): Decision {
  if (isRefusal(decision)) return decision;
  const known = confirmedByActing(command, decision);
  const settled = before ? withoutAnswered(before, command, known) : known;
  return shownToLead(mailed(before, command, settled));
}

/** Once the lead has been told, their card follows the coordinators': a card that goes on asking for help is worse than none. */
function shownToLead(decision: Acceptance): Acceptance {
  if (!decision.next.leadTold) return decision;
  const effects = decision.effects.flatMap((effect): Effect[] =>
    effect.kind === 'show-coordinators' ? [effect, { kind: 'show-lead' }] : [effect],
  );
  return { ...decision, effects };
}

function decideForPerson(
  request: Request | undefined,
  command: PersonCommand & Addressed,
  by: Person,
  facts: Facts,
): Decision {
  if (command.kind === 'submit') return submit(request, command, by, facts);
  if (!request) return refuse('not-found');
  switch (command.kind) {
    case 'approve':
      return approve(request, command, by, facts);
    case 'appoint':
      return appoint(request, command, by, facts);
    case 'replace':
      return replace(request, facts);
    case 'another-time':
      return anotherTime(request, command.attempt, by, facts);
    case 'keep-time':
      return keepTime(request, command.attempt, facts);
    case 'take-over':
      return takeOver(request, command, by, facts);
    case 'put-back':
      return putBack(request, command.attempt, facts);
    case 'put-list-right':
      return putListRight(request, command.attempt, facts);
    case 'arrange-anew':
      return arrangeAnew(request, command.attempt, facts);
    case 'decline':
      return decline(request, command, by, facts);
    case 'look-again':
      return lookAgain(request, facts);
    case 'relax':
      return relax(request, command.step, facts);
    case 'return':
      return returnForChanges(request, command.missing, by, facts);
    case 'edit':
      return edit(request, command.answers, command.basedOn, facts);
    case 'note':
      return writeNote(request, command.note, by, facts);
    case 'transfer':
      return transfer(request, command.to, facts);
    case 'change':
      return change(request, command.answers, by, facts);
    case 'withdraw':
      return withdraw(request, by, facts);
    case 'confirm':
      return confirm(request, by);
    case 'new-dates':
      return newDates(request, command.dates, by, facts);
    case 'accept':
      return acceptOffer(request, command.attempt, by, facts);
    case 'cannot':
      return cannotFacilitate(request, command, by, facts);
    case 'cancel':
      return cancel(request, command, by, facts);
    case 'not-held':
      return notHeld(request, command, by, facts);
    case 'record-session':
      return recordSession(request, command, by, facts);
    case 'facilitator-missing':
      return missFacilitator(request, command.start, by, facts);
    case 'propose-participants':
      return propose(request, command, by, facts);
    case 'agree-proposal':
      return agree(request, command.at, facts);
    case 'refuse-proposal':
      return leave(request, command.at, facts);
    case 'attend':
      return attend(request, command, by, facts);
    case 'ask-arrangements':
      return askArrangements(request, command.arrangements, by);
    case 'start-poll':
      return startPoll(request, command.round, facts);
    case 'answer-poll':
      return answerPoll(request, command, by, facts);
    case 'try-again':
      return tryAgain(request, facts);
  }
}
