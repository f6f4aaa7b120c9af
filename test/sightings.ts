/** A session's event as it is seen in Outlook: all as it should be, but for what a test says. */
import { facilitatorsOf, isStanding } from '../src/domain/rearranging';
import type { Request } from '../src/domain/request';
import type { Answer, SeenEvent } from '../src/domain/seen';

/** Of a requester the directory does not know. */
const UNKNOWN = 'requester@unknown.example';

type WithEvent = Extract<Request, { readonly event: unknown }>;

/** @param answers by address; nobody else has answered. */
export function aSeenEvent(
  request: WithEvent,
  answers: Readonly<Record<string, Answer>> = {},
  over: Partial<SeenEvent> = {},
): SeenEvent {
  const { requester, ask, match, event } = request;
  const facilitators = isStanding(request) ? facilitatorsOf(request) : [match.facilitator];
  const invited =
    request.state === 'offered'
      ? facilitators
      : [...facilitators, { name: requester.name, mail: requester.mail ?? UNKNOWN }, ...ask.participants];
  return {
    slot: match.slot,
    ...(event.joinUrl !== undefined && { joinUrl: event.joinUrl }),
    attendees: invited.map(({ mail, name }) => ({ mail, name, answer: answers[mail] ?? 'none' })),
    ...over,
  };
}
