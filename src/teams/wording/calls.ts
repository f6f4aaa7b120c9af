/** One short line that draws attention to a card. Without case text: it shows up on lock screens. */
import type { CallAbout } from '../../domain/call-about';
import { facilitatorMissing } from '../../domain/facilitator-missing';
import { type Booked, referenceOf, type Request } from '../../domain/request';
import { needsHelp } from '../../domain/setback';
import type { Audience } from '../../ports';
import { dayInWords, dayOf, momentInWords, slotInWords } from '../../wording/when';
import { localDate } from '../../domain/calendar';
import { isolated } from '../../wording/typed-text';
import { NO_LONGER_YOURS } from '../../wording/notes';
import { missingInWords } from '../../wording/on-the-day';

export function callInWords(request: Request, { kind }: Audience, about?: CallAbout): string {
  const reference = referenceOf(request.id);
  const missing = about === 'facilitator-missing' ? facilitatorMissing(request) : undefined;
  if (missing) return `${missingInWords(reference, missing.at)} Please ring them now.`;
  if (about === 'time-kept') return timeKept(request, reference);
  if (about && about !== 'facilitator-missing') return CALLS[about](reference, kind);
  switch (kind) {
    case 'coordinators':
      return forCoordinators(request, reference);
    case 'requester':
      return forRequester(request, reference);
    case 'lead':
      return `JAGS ${reference} has waited too long for a decision. Please look at its card.`;
    case 'facilitator':
      return request.state === 'offered'
        ? `JAGS ${reference}: please answer by ${momentInWords(request.answerBy)} whether you could facilitate it. Its card has the buttons.`
        : `JAGS ${reference} has changed. Please look at its card.`;
  }
}

const CALLS: Record<
  Exclude<CallAbout, 'facilitator-missing' | 'time-kept'>,
  (reference: string, to: Audience['kind']) => string
> = {
  'cannot-come': (reference, to) =>
    to === 'requester'
      ? `Your JAGS ${reference}: somebody has said that they cannot come. Please look at its card.`
      : `JAGS ${reference}: without those who cannot come there are too few agencies. Please look at its card.`,
  arrangements: (reference) =>
    `JAGS ${reference}: an arrangement is asked for. Please look at its card and see to it.`,
  poll: (reference) =>
    `JAGS ${reference}: the answers about the times that suit are in. Please look at its card.`,
  record: (reference) =>
    `JAGS ${reference} is over. Please record on its card how it was: two minutes, and nothing about the case.`,
  proposal: (reference) =>
    `JAGS ${reference}: other people are proposed to take part. Please answer on its card.`,
  'proposal-agreed': (reference) =>
    `Your JAGS ${reference}: a coordinator has agreed to the other people you proposed.`,
  'proposal-left': (reference) => `Your JAGS ${reference}: a coordinator has left the people as they are.`,
};

/** What is left where a card stood that is now shown elsewhere: nobody would keep it up to date, or bare, there. */
export function movedInWords({ id, requester }: Request, { kind }: Audience): string {
  if (kind === 'requester' && requester.handedOver) return `JAGS ${referenceOf(id)}: ${NO_LONGER_YOURS}`;
  const where = kind === 'coordinators' ? 'in another channel' : 'in another chat with me';
  return `JAGS ${referenceOf(id)} is now shown ${where}.`;
}

const ANOTHER_FACILITATOR: readonly string[] = [
  'facilitator-cannot',
  'knows-family',
  'no-answer',
  'replaced',
];

function forCoordinators(request: Request, reference: string): string {
  if (needsHelp(request)) return `JAGS ${reference} needs your help. Its card says with what.`;
  if (request.state === 'submitted' && request.raised)
    return `JAGS ${reference} is overdue: an answer was due by ${dayOf(request.answerDueAt)}. Please decide on its card.`;
  const why = request.state === 'submitted' ? request.setback?.why : undefined;
  if (request.state === 'uncovered' || ANOTHER_FACILITATOR.includes(why ?? ''))
    return `JAGS ${reference} needs another facilitator.`;
  if (why) return `JAGS ${reference} needs another time or facilitator.`;
  if (request.state === 'booked') return ofBooked(request, reference);
  if (request.troubles) return `JAGS ${reference}: somebody cannot be reached in Teams. Its card says who.`;
  return `JAGS ${reference} has changed. Please look at its card.`;
}

/** What of a booked session needs a coordinator; what was done in Outlook first, because people may go by it. */
function ofBooked({ outlook = {}, rearranging, troubles }: Booked, reference: string): string {
  if (outlook.linkGone) return `JAGS ${reference} has lost its join link. Its card says what to do.`;
  if (outlook.movedTo && !rearranging?.chosen)
    return `JAGS ${reference} was moved in Outlook. Its card has both times.`;
  if (rearranging?.setback)
    return `JAGS ${reference}: the time chosen could not be had. Please choose again.`;
  if (rearranging) return `JAGS ${reference}: another time is asked for. Please look at its card.`;
  if (outlook.tooFew !== undefined)
    return `JAGS ${reference}: too few agencies have said that they come. Please look at its card.`;
  if (outlook.missing) return `JAGS ${reference}: somebody was taken off its list in Outlook.`;
  if (troubles) return `JAGS ${reference}: somebody cannot be reached in Teams. Its card says who.`;
  return `JAGS ${reference} has changed. Please look at its card.`;
}

/** To whoever asked for another time. */
function timeKept(request: Request, reference: string): string {
  const when = 'match' in request ? ` It stays on ${slotInWords(request.match.slot)}.` : '';
  return `Your JAGS ${reference}: a coordinator has kept the time.${when}`;
}

function forRequester(request: Request, reference: string): string {
  if (request.state === 'booked' && request.outlook?.tooFew !== undefined)
    return `Your JAGS ${reference}: too few people have said that they come. Its card says what you can do.`;
  if (request.state === 'booked' && request.madeIn !== undefined)
    return `Your JAGS ${reference} is now on ${slotInWords(request.match.slot)}, with ${isolated(request.match.facilitator.name)}.`;
  if (request.state === 'booked')
    return `Your JAGS ${reference} is booked: ${slotInWords(request.match.slot)}, with ${isolated(request.match.facilitator.name)}.`;
  if (request.state === 'submitted' && request.datesAsked)
    return `Your JAGS request ${reference} needs other dates from you by ${dayOf(request.datesAsked.answerBy)}. Its card says why.`;
  if (request.state === 'closed' && request.outcome.kind === 'silent')
    return `Your JAGS request ${reference} was closed, because we had no answer about other dates. To ask again, say "request".`;
  if (request.state === 'closed' && request.outcome.kind === 'declined')
    return `Your JAGS request ${reference} was declined on ${dayInWords(localDate(request.closedAt))}. Its card says why, and what can help instead.`;
  if (request.state === 'closed' && request.outcome.kind === 'cancelled')
    return `The session of your JAGS ${reference} was cancelled. Its card says why, and how to ask again.`;
  if (request.state === 'closed' && request.outcome.kind === 'not-held')
    return `The session of your JAGS ${reference} is noted as not held. Its card says why, and how to ask again.`;
  if (request.state === 'returned')
    return `Your JAGS request ${reference} needs a change from you. Its card says what.`;
  return `Your JAGS request ${reference} has changed. Its card says how it stands.`;
}
