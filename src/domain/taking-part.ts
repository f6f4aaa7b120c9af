/** What those who come to a session may say of it: that they cannot come, what they need there, that nobody facilitates it. */
import { type Arrangement, ARRANGEMENTS } from './ask';
import { findAgency } from './agencies';
import type { Instant } from './intervals';
import { plainMail } from './mail-address';
import { isSamePerson, mayActFor, type Participant, type Person } from './people';
import type { Policy } from './policy';
import type { StandingSession } from './rearranging';
import type { Request } from './request';

export type TakingPartCommand =
  /** A participant cannot come to the session of that attempt, or can after all. */
  | { readonly kind: 'attend'; readonly attempt: number; readonly coming: boolean }
  /** What the session needs besides; only ever more, because others may need what is there. */
  | { readonly kind: 'ask-arrangements'; readonly arrangements: readonly Arrangement[] }
  /** Of the session that was to begin then. */
  | { readonly kind: 'facilitator-missing'; readonly start: Instant };

/** Addresses of participants who have said here that they cannot come. Absent when nobody has. */
export interface Absences {
  readonly absent?: readonly string[];
}

/** The requester, the colleague who may act for them, and the participants the directory knows or whose address is confirmed. */
export function takesPart(request: Request, person: Person): boolean {
  return mayActFor(request.requester, person) || participantOf(request, person) !== undefined;
}

/** Which of the participants a person is; undefined for anybody else, the requester among them. */
export function participantOf({ ask }: Pick<Request, 'ask'>, { id, mail }: Person): Participant | undefined {
  return ask.participants.find(
    (each) =>
      (each.id !== undefined && isSamePerson(each.id, id)) ||
      (mail !== undefined && plainMail(each.mail) === plainMail(mail)),
  );
}

/** Of those who said that they cannot come, whoever is still to come. */
export function stillAbsent({ absent = [] }: Absences, participants: readonly Participant[]): Absences {
  const left = absent.filter((mail) => participants.some((each) => plainMail(each.mail) === mail));
  return left.length > 0 ? { absent: left } : {};
}

/** How many agencies would be there without those who have said that they cannot come. */
export function agenciesLeft({ requester, ask, absent = [] }: StandingSession, { agencies }: Policy): number {
  const coming = ask.participants.filter(({ mail }) => !absent.includes(plainMail(mail)));
  const teams = [requester, ...coming].map(({ team }) => team);
  return new Set(teams.map((team) => findAgency(agencies, team)?.code ?? team)).size;
}

/** Those asked for that are not arranged for yet, each once, in the order of the list. */
export function newArrangements(
  { arrangements = [] }: Request['ask'],
  wanted: readonly Arrangement[],
): readonly Arrangement[] {
  return ARRANGEMENTS.filter((each) => wanted.includes(each) && !arrangements.includes(each));
}
