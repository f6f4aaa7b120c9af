/** How what people say and press finds its handler. Invokes and messages are routed apart by the library; here they are the same. */
import type { Application } from '@microsoft/teams-ai/lib/Application';
import type { TurnContext } from 'botbuilder';
import type { Person } from '../../domain/people';
import { type Answer, cardMessage, isPrivate, refused, said } from '../answers';
import type { Submission, Verb } from '../commands';
import { type Intent, intentOf } from '../intent';
import type { Attending, Handler } from '../reaching/attending';
import { channelReference } from '../reaching/conversations';
import type { Reach } from '../reaching/reach';
import { isMessage, submittedBy } from '../submission';
import { CHAT } from '../wording/chat';
import { TROUBLE } from '../wording/refusals';

export interface Routing {
  readonly says: (intent: Intent, handle: Handler) => void;
  readonly presses: <V extends Verb>(verb: V, handle: Handler<Submission<V>>) => void;
  /** A card about one's own request; what is seen of it in a group or channel everybody sees. */
  readonly pressesInPrivate: <V extends Verb>(verb: V, handle: Handler<Submission<V>>) => void;
  /** The first that fits is taken. */
  readonly route: (fits: (turn: TurnContext) => boolean, handle: Handler) => void;
  /** Where others read along, it goes on in the person's own chat; opened if need be. */
  readonly inPrivate: (
    turn: TurnContext,
    by: Person,
    make: () => Answer | Promise<Answer>,
  ) => Promise<Answer>;
}

export interface RoutingNeeds {
  readonly app: Pick<Application, 'addRoute'>;
  readonly attending: Attending;
  readonly reach: Reach;
}

export function createRouting({ app, attending, reach }: RoutingNeeds): Routing {
  return {
    says(intent, handle) {
      route(
        ({ activity }) =>
          isMessage(activity) && !submittedBy(activity) && intentOf(activity.text ?? '') === intent,
        handle,
      );
    },
    presses,
    pressesInPrivate(verb, handle) {
      presses(verb, (pressed) =>
        isPrivate(pressed.turn.activity) ? handle(pressed) : refused(TROUBLE.privateOnly),
      );
    },
    route,
    async inPrivate(turn, by, make) {
      const made = await make();
      if (isPrivate(turn.activity) || made.kind !== 'card') return made;
      const seenBy = [channelReference(turn.activity)];
      const posted = await reach.inChatWith(by.id, seenBy, (to) => reach.post(to, cardMessage(made.card)));
      return posted === undefined ? said(CHAT.openPrivate) : said(CHAT.goesOnInPrivate);
    },
  };

  function presses<V extends Verb>(verb: V, handle: Handler<Submission<V>>): void {
    route(({ activity }) => submittedBy(activity)?.verb === verb, attending.reading(verb, handle));
  }

  function route(fits: (turn: TurnContext) => boolean, handle: Handler): void {
    const selector = async (turn: TurnContext): Promise<boolean> => fits(turn);
    const handler = (turn: TurnContext): Promise<void> => attending.attend(turn, handle);
    app.addRoute(selector, handler, true);
    app.addRoute(selector, handler, false);
  }
}
