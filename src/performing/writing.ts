/** Writing to people without Teams, and asking about times by card or by mail; an address that can take none is told of. */
import type { MailEffect, Recipient } from '../domain/mail-news';
import { cardOf, isRequestersOwn } from '../domain/poll';
import { askedOf } from '../domain/rearranging';
import type { Effect, Request, Submitted } from '../domain/request';
import { mailReturned } from '../domain/setback';
import type { Mailer } from '../ports/mailer';
import type { Polling } from '../ports/polling';
import type { Performed } from './effects';
import { doneAtLast } from './telling';

export interface WritingNeeds {
  readonly mailer?: Pick<Mailer, 'tell'>;
  readonly polling?: Polling;
}

/** What is sent to one person. */
type Sent = Extract<
  Effect,
  { readonly kind: 'mail' | 'remind-facilitator' | 'ask-poll' | 'ask-evaluation' | 'ask-record' }
>;

export interface Writing {
  /** `key` names the effect in every try, so that a try whose outcome is unknown is not followed by a second letter. */
  write(request: Request, effect: Pick<MailEffect, 'to' | 'news'>, key: string): Promise<Performed>;
  /** On a card in their own chat; whom Teams does not reach is written to. */
  askPoll(request: Submitted, effect: Extract<Effect, { kind: 'ask-poll' }>, key: string): Promise<Performed>;
}

const DONE: Performed = { done: true };

export function createWriting({ mailer, polling }: WritingNeeds): Writing {
  return { write, askPoll };

  async function write(
    request: Request,
    { to, news }: Pick<MailEffect, 'to' | 'news'>,
    key: string,
  ): Promise<Performed> {
    // The effects of each request are counted from one.
    const sent = await mailer?.tell(request, to, news, `${request.id}/${key}`);
    return sent === 'sent' ? doneAtLast(request, mailReturned(to)) : DONE;
  }

  async function askPoll(
    request: Submitted,
    { mail }: Extract<Effect, { kind: 'ask-poll' }>,
    key: string,
  ): Promise<Performed> {
    const person = cardOf(request, mail);
    const asked = person === undefined ? 'nowhere' : await polling?.ask(request, person);
    if (asked === 'shown' || asked === 'known') return DONE;
    return write(request, { to: polledAs(request, mail), news: 'poll' }, key);
  }
}

/** Whose address it is that an effect is sent to; undefined where it goes to a card. */
export function recipientOf(request: Request, effect: Sent): Recipient | undefined {
  switch (effect.kind) {
    case 'mail':
      return effect.to;
    case 'ask-evaluation':
      return effect.to;
    case 'ask-record': {
      const facilitator = 'match' in request ? request.match.facilitator : undefined;
      return facilitator?.outside && { as: 'facilitator', facilitator, attempt: effect.attempt };
    }
    case 'ask-poll':
      return polledAs(request, effect.mail);
    case 'remind-facilitator': {
      const facilitator = askedOf(request, effect.attempt)?.match.facilitator;
      return facilitator?.outside && { as: 'facilitator', facilitator, attempt: effect.attempt };
    }
  }
}

function polledAs(request: Request, mail: string): Recipient {
  return isRequestersOwn(request, mail) ? { as: 'requester' } : { as: 'participant', mail };
}
