/** What facilitators are written about a session: as on their card, and without the people who take part. */
import type { MailNews, Recipient } from '../../../domain/mail-news';
import { partOf } from '../../../domain/mailed';
import { isSamePerson } from '../../../domain/people';
import { askedOf } from '../../../domain/rearranging';
import type { Booked, Request } from '../../../domain/request';
import { isInvited } from '../../../domain/setback';
import { presentForFacilitator } from '../../../present/facilitator';
import { STANDING } from '../../../wording/rearranging';
import { FACILITATOR_TEXTS } from '../../../wording/sessions';
import { LETTER_TEXTS as TEXTS } from '../wording/letters';
import { type About, londonSlot, nameInLetter, type Telling, turnTo } from './about';

export type ToFacilitator = Extract<Recipient, { readonly as: 'facilitator' }>;

export const FACILITATOR_NEWS = {
  asked: (about) => offer(about, TEXTS.asked),
  'answer-reminder': (about) => offer(about, TEXTS.stillAsked),
  theirs: ({ request, to, policy }) => {
    if (!isBookedWith(request, to)) return undefined;
    return [
      TEXTS.theirs,
      ...whenAndWho(request),
      ...(request.rearranging ? [STANDING.wanted] : []),
      isInvited(request) ? FACILITATOR_TEXTS.invited : FACILITATOR_TEXTS.notInvited,
      FACILITATOR_TEXTS.bookedLine,
      TEXTS.who,
      ...turnTo(policy),
    ];
  },
  record: ({ request, to }) => {
    const isTheirs =
      request.state === 'held' && isSamePerson(request.match.facilitator.id, to.facilitator.id);
    return isTheirs && !request.record ? [TEXTS.record, londonSlot(request.match.slot)] : undefined;
  },
  'no-longer-theirs': ({ request, to, policy }) => {
    if (isStillTheirs(request, to)) return undefined;
    const asked = { facilitator: to.facilitator.id, attempt: to.attempt };
    const { state, lines } = presentForFacilitator(request, asked, policy);
    return [`${state}.`, ...lines.map(({ text }) => text)];
  },
} satisfies Partial<Record<MailNews, Telling<ToFacilitator>>>;

export function isBookedWith(request: Request, { facilitator, attempt }: ToFacilitator): request is Booked {
  return (
    request.state === 'booked' &&
    request.attempt === attempt &&
    isSamePerson(request.match.facilitator.id, facilitator.id)
  );
}

/** Asked, booked or held, under whichever attempt: of one moved since they are told that it is now at another time. */
function isStillTheirs(request: Request, { facilitator }: ToFacilitator): boolean {
  return partOf(request, facilitator.id) !== undefined;
}

function offer({ request, to }: About<ToFacilitator>, first: string): readonly string[] | undefined {
  const asked = askedOf(request, to.attempt);
  if (!asked || !isSamePerson(asked.match.facilitator.id, to.facilitator.id)) return undefined;
  return [
    first,
    ...whenAndWho({ ...request, match: asked.match }),
    TEXTS.answerBy(asked.answerBy),
    FACILITATOR_TEXTS.offeredLine,
    FACILITATOR_TEXTS.refusing,
  ];
}

function whenAndWho({
  match,
  ask,
  requester,
}: Pick<Booked, 'match' | 'ask' | 'requester'>): readonly string[] {
  return [londonSlot(match.slot), TEXTS.where[ask.place.kind], TEXTS.askedFor(nameInLetter(requester.name))];
}
