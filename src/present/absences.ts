/** Who has said that they cannot come, as the requester and the coordinators see it. */
import { plainMail } from '../domain/mail-address';
import type { Policy } from '../domain/policy';
import { isStanding, type StandingSession } from '../domain/rearranging';
import type { Request } from '../domain/request';
import { agenciesLeft } from '../domain/taking-part';
import { cannotCome, cannotComeInAll, OTHERS_CAN_COME, TOO_FEW_LEFT } from '../wording/taking-part';
import { isolated } from '../wording/typed-text';

/** Whether too few agencies are left to come, because somebody cannot. */
export function isShortOfAgencies(request: Request, policy: Policy): boolean {
  return isStanding(request) && absentNames(request).length > 0 && isShort(request, policy);
}

/** Names for the coordinator's own view; the channel's card is read by more people. */
export function absenceLines(request: Request, own: boolean, policy: Policy): string[] {
  const names = isStanding(request) ? absentNames(request) : [];
  if (!isStanding(request) || names.length === 0) return [];
  return [
    own ? cannotCome(names) : cannotComeInAll(names.length),
    ...(isShort(request, policy) ? [TOO_FEW_LEFT.coordinators] : []),
  ];
}

/** For whoever asked, who named them. */
export function ownAbsenceLines(request: Request, policy: Policy): string[] {
  const names = isStanding(request) ? absentNames(request) : [];
  if (!isStanding(request) || names.length === 0) return [];
  // Who could come instead has been said already.
  if (request.proposal) return [cannotCome(names)];
  return [cannotCome(names), isShort(request, policy) ? TOO_FEW_LEFT.requester : OTHERS_CAN_COME];
}

function isShort(session: StandingSession, policy: Policy): boolean {
  return agenciesLeft(session, policy) < policy.leastAgencies;
}

function absentNames({ ask, absent = [] }: StandingSession): string[] {
  const gone = ask.participants.filter(({ mail }) => absent.includes(plainMail(mail)));
  return gone.map(({ name }) => isolated(name));
}
