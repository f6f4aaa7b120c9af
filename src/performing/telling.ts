/** Shows people how a request stands and draws their attention to it; whom Teams does not reach, coordinators are told. */
import { matters } from '../domain/decisions/troubles';
import type { Instant } from '../domain/intervals';
import type { Effect, Request } from '../domain/request';
import { hasTrouble, type NotReached, type Trouble } from '../domain/setback';
import type { Performed } from './effects';
import type { Messenger } from '../ports';

export interface TellingNeeds {
  readonly messenger: Messenger;
  readonly now: () => Instant;
}

export type TellingEffect = Exclude<
  Extract<Effect, { readonly kind: `show-${string}` | `call-${string}` }>,
  { readonly kind: 'show-on-the-day' }
>;

/** How long a card waits for a coordination channel to be chosen. */
const CHANNEL_WAIT_MS = 30_000;

const DONE: Performed = { done: true };

export function createTelling({ messenger, now }: TellingNeeds) {
  return async function tell(request: Request, effect: TellingEffect): Promise<Performed> {
    switch (effect.kind) {
      case 'show-coordinators':
        return (await messenger.show(request, { kind: 'coordinators' })) === 'nowhere'
          ? { again: now() + CHANNEL_WAIT_MS }
          : DONE;
      case 'show-requester':
        return reached(
          request,
          { kind: 'not-reached', who: 'requester' },
          await messenger.show(request, { kind: 'requester' }),
        );
      case 'show-lead':
        return reached(
          request,
          { kind: 'not-reached', who: 'lead' },
          await messenger.show(request, { kind: 'lead' }),
        );
      case 'show-facilitator':
        return reached(
          request,
          { kind: 'not-reached', who: 'facilitator', attempt: effect.attempt },
          await messenger.show(request, { ...effect, kind: 'facilitator' }),
        );
      // Whoever cannot be called could not be shown the card either, and that is told.
      case 'call-coordinators':
        await messenger.call(request, { kind: 'coordinators' }, effect.about);
        return DONE;
      case 'call-requester':
        await messenger.call(request, { kind: 'requester' }, effect.about);
        return DONE;
      case 'call-lead':
        await messenger.call(request, { kind: 'lead' });
        return DONE;
    }
  };
}

/** The coordinators are told that something is done if they were told that it could not be. */
export function doneAtLast(request: Request, trouble: Trouble): Performed {
  return hasTrouble(request, trouble) ? { outcome: { kind: 'trouble-over', trouble } } : DONE;
}

/** Whom Teams does not reach is left to Outlook's invitation and to mail: told once, and once more when it is over. */
function reached(
  request: Request,
  trouble: NotReached,
  answer: Awaited<ReturnType<Messenger['show']>>,
): Performed {
  if (answer !== 'nowhere') return doneAtLast(request, trouble);
  const isNews = matters(request, trouble) && !hasTrouble(request, trouble);
  return isNews ? { outcome: { kind: 'trouble-met', trouble } } : DONE;
}
