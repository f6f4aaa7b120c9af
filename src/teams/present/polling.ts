/**
 * The question which times suit, as coordinators see it. Who answered what is for the coordinator's own view: the channel's
 * card has numbers.
 */
import type { Instant } from '../../domain/intervals';
import { plainMail } from '../../domain/mail-address';
import { openPoll, type Poll, polledSlots, toBePolled } from '../../domain/poll';
import type { Request, Submitted } from '../../domain/request';
import type { Fact } from '../../present/stated';
import { isolated } from '../../wording/typed-text';
import { momentInWords, startInShort } from '../../wording/when';
import { answeredInAll, answeredSoFar, askInFull, POLLING } from '../wording/polling';

export interface PollButton {
  readonly canStartPoll: boolean;
  /** Of which matches the times would be. */
  readonly pollRound: number;
  readonly startPollInFull: string;
}

/** `now` is known in a coordinator's own view, the only one with buttons. */
export function pollButton(request: Request, now: Instant | undefined): PollButton {
  const { round } = request;
  const isOpen = request.state === 'submitted' && request.matches?.round === round && !openPoll(request);
  if (now === undefined || !isOpen) return { canStartPoll: false, pollRound: round, startPollInFull: '' };
  const times = polledSlots(request.matches.best, now).length;
  const people = toBePolled(request).length;
  const canStartPoll = times > 1 && people > 0;
  return { canStartPoll, pollRound: round, startPollInFull: canStartPoll ? askInFull(people, times) : '' };
}

export function pollLines({ poll }: Submitted): string[] {
  if (!poll) return [];
  const { answers, asked, closesAt, over } = poll;
  return [
    over
      ? answeredInAll(answers.length, asked.length)
      : answeredSoFar(answers.length, asked.length, momentInWords(closesAt)),
  ];
}

/** For the coordinator's own view alone: whom it could be put to, or what each of those asked has answered. */
export function pollFacts(request: Request): Fact[] {
  if (request.state !== 'submitted') return [];
  const { poll } = request;
  if (poll)
    return poll.asked.map((mail) => ({
      label: POLLING.suits(nameOf(request, mail)),
      value: answerOf(poll, mail),
    }));
  const unseen = toBePolled(request);
  return unseen.length === 0
    ? []
    : [{ label: POLLING.unseen, value: unseen.map((mail) => nameOf(request, mail)).join(', ') }];
}

function answerOf({ slots, answers, over }: Poll, mail: string): string {
  const answer = answers.find((each) => each.mail === mail);
  if (!answer) return over ? POLLING.noAnswerGiven : POLLING.noAnswer;
  const suit = slots.filter(({ start }) => answer.starts.includes(start));
  return suit.length === 0 ? POLLING.none : suit.map(({ start }) => startInShort(start)).join(', ');
}

/** Whoever no longer takes part has only their address left. */
function nameOf({ requester, ask }: Request, mail: string): string {
  const known = [requester, ...ask.participants].find(
    (each) => each.mail !== undefined && plainMail(each.mail) === mail,
  );
  return isolated(known?.name ?? mail);
}
