/**
 * Whether two requests may ask for the same JAGS: their dates overlap and at least two people are in both. Agencies give
 * one family different references, so a reference proves nothing and is not compared. A coordinator decides; here it is
 * only pointed out.
 */
import type { PersonId } from './people';
import { isOpen, type Request, type RequestId } from './request';

/** Another open request that may be for the same family, and how many people are in both. */
export interface PossibleDuplicate {
  readonly requestId: RequestId;
  readonly people: number;
}

/** One colleague in common is usual in Norfolk; two around the same dates are worth a look. */
const LEAST_IN_COMMON = 2;

/** More than a coordinator would look through. */
const MOST_NAMED = 10;

/** Those of the others that may be the same, most people in common first. */
export function possibleDuplicates(request: Request, others: readonly Request[]): PossibleDuplicate[] {
  return others
    .filter((other) => isPossibleDuplicate(request, other))
    .map((other) => ({ requestId: other.id, people: peopleInCommon(request, other) }))
    .sort((a, b) => b.people - a.people || (a.requestId < b.requestId ? -1 : 1))
    .slice(0, MOST_NAMED);
}

/** The same whichever of the two is asked about. Never a request itself, never a closed one. */
export function isPossibleDuplicate(one: Request, other: Request): boolean {
  if (one.id === other.id || !isOpen(one) || !isOpen(other)) return false;
  const { ask: a } = one;
  const { ask: b } = other;
  const overlap = a.earliest <= b.latest && b.earliest <= a.latest;
  return overlap && peopleInCommon(one, other) >= LEAST_IN_COMMON;
}

interface Somebody {
  readonly id?: PersonId;
  readonly mail?: string;
}

function peopleInCommon(one: Request, other: Request): number {
  const [a, b] = [peopleOf(one), peopleOf(other)];
  // Two of one request may be the same as one of the other, by id and by address; the lower count is sure.
  return Math.min(countIn(a, b), countIn(b, a));
}

function countIn(people: readonly Somebody[], others: readonly Somebody[]): number {
  return people.filter((each) => others.some((other) => isSame(each, other))).length;
}

/** Everybody who takes part, each once: requesters may have listed themselves too. */
function peopleOf({ requester, ask }: Request): Somebody[] {
  const people: Somebody[] = [];
  for (const each of [requester, ...ask.participants])
    if (!people.some((known) => isSame(known, each))) people.push(each);
  return people;
}

/** Ids decide where both are known; an address may change hands, or be written in other letters. */
function isSame(one: Somebody, other: Somebody): boolean {
  if (one.id !== undefined && other.id !== undefined) return one.id === other.id;
  return one.mail !== undefined && one.mail.toLowerCase() === other.mail?.toLowerCase();
}
