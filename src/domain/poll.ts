/**
 * Which of a few possible times suit those whose calendars cannot be seen: asked of each of them, for a few working days. A
 * coordinator begins it; what somebody answered counts like a calendar that was seen.
 */
import type { Instant, Interval } from './intervals';
import { plainMail } from './mail-address';
import { isSamePerson, mayActFor, type Person, type PersonId, type Requester } from './people';
import type { Ask } from './ask';
import type { Match } from './match';
import type { Request, Submitted } from './request';
import { participantOf } from './taking-part';

/** As many times as one tap each takes to answer. */
export const MOST_POLLED = 3;

export interface Poll {
  /** When it began; also its name: an answer to an earlier one is stale. */
  readonly at: Instant;
  readonly slots: readonly Interval[];
  /** Addresses of those asked. */
  readonly asked: readonly string[];
  readonly closesAt: Instant;
  readonly answers: readonly PollAnswer[];
  /** Everybody has answered, or the time to answer has gone. */
  readonly over?: true;
}

/** The starts of the slots that suit; none of them, where the list is empty. */
export interface PollAnswer {
  readonly mail: string;
  readonly starts: readonly Instant[];
}

export type PollCommand =
  /** A coordinator asks about the matches of the round they were looking at. */
  | { readonly kind: 'start-poll'; readonly round: number }
  /** Which of the times asked about suit whoever was asked. */
  | { readonly kind: 'answer-poll'; readonly at: Instant; readonly starts: readonly Instant[] };

export type PollOutcome = { readonly kind: 'poll-over'; readonly at: Instant };

/** `poll`: which one, by when it began. */
export type PollEffect =
  | { readonly kind: 'ask-poll'; readonly poll: Instant; readonly mail: string }
  | { readonly kind: 'end-poll'; readonly poll: Instant; readonly at: Instant };

export const POLL_REFUSALS = ['poll-open', 'nothing-to-poll', 'poll-over', 'not-asked'] as const;

/** The poll of a request while it can be answered. */
export function openPoll(request: Request): Poll | undefined {
  return request.state === 'submitted' && request.poll && !request.poll.over ? request.poll : undefined;
}

/** The few different times of the matches, best first, that are still to come. */
export function polledSlots(best: readonly Match[], now: Instant): readonly Interval[] {
  const slots = best.map(({ slot }) => slot).filter(({ start }) => start > now);
  return slots
    .filter(({ start }, n) => slots.findIndex((each) => each.start === start) === n)
    .slice(0, MOST_POLLED);
}

/** Those to ask: who takes part and whose calendar could not be seen. */
export function toBePolled({ requester, ask, matches }: Submitted): readonly string[] {
  const unseen = new Set((matches?.unseen ?? []).map(plainMail));
  return addressesOf({ requester, ask }).filter((mail) => unseen.has(mail));
}

/** Under which of the addresses asked a person answers; undefined for whoever is not asked. */
export function askedAs(request: Submitted, { asked }: Poll, by: Person): string | undefined {
  const mail =
    participantOf(request, by)?.mail ??
    (mayActFor(request.requester, by) ? request.requester.mail : undefined);
  return mail !== undefined && asked.includes(plainMail(mail)) ? plainMail(mail) : undefined;
}

/** Whether nobody is waited for any more; whoever takes part no longer is not. */
export function isAnsweredByAll(request: Submitted, { asked, answers }: Poll): boolean {
  const present = addressesOf(request);
  return asked.every((mail) => !present.includes(mail) || answers.some((each) => each.mail === mail));
}

/** Whose card a question goes to; undefined for those who are written to by mail. */
export function cardOf(
  { requester, ask }: Pick<Request, 'requester' | 'ask'>,
  mail: string,
): PersonId | undefined {
  const own = requester.mail !== undefined && plainMail(requester.mail) === mail;
  if (own) return requester.outside || requester.gone ? undefined : requester.id;
  const participant = ask.participants.find((each) => plainMail(each.mail) === mail);
  return participant?.gone ? undefined : participant?.id;
}

/** Whether it is the requester who is asked under an address. */
export function isRequestersOwn({ requester }: Pick<Request, 'requester'>, mail: string): boolean {
  return requester.mail !== undefined && plainMail(requester.mail) === mail;
}

function addressesOf({
  requester,
  ask,
}: {
  readonly requester: Requester;
  readonly ask: Ask;
}): readonly string[] {
  const others = ask.participants.filter(({ id }) => id === undefined || !isSamePerson(id, requester.id));
  const all = [requester.mail, ...others.map(({ mail }) => mail)].flatMap((mail) =>
    mail === undefined ? [] : [plainMail(mail)],
  );
  return [...new Set(all)];
}

/** Who has answered about a time, of those whose calendars cannot tell: nothing is known of any other time by it. */
export function answered(
  { poll, unseen = [] }: { readonly poll?: Poll; readonly unseen?: readonly string[] },
  { start }: Pick<Interval, 'start'>,
): readonly PollAnswer[] {
  if (!poll?.slots.some((slot) => slot.start === start)) return [];
  return poll.answers.filter(({ mail }) => unseen.some((each) => plainMail(each) === mail));
}
