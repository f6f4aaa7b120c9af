/** Everything people can say and press, as a table of contents. Nothing is kept in memory between turns. */
import type * as TeamsAi from '@microsoft/teams-ai/lib/Application';
import type { TurnContext } from 'botbuilder';
import type { Policy } from '../domain/policy';
import { type Answer, answer, isPersonal } from './answers';
import { renderCard } from './cards';
import type { TeamsLog } from './log';
import { createAttending } from './reaching/attending';
import { keepPerson } from './reaching/conversations';
import { createReach, type ReachNeeds } from './reaching/reach';
import { type CoordinationRoutesNeeds, routeCoordination } from './routes/coordination';
import { type RequestRoutesNeeds, routeRequests } from './routes/requests';
import { createRouting } from './routes/routing';
import { routeSessions, type SessionRoutesNeeds } from './routes/sessions';
import { start } from './start-card';
import { isInvoke, isMessage, submittedBy } from './submission';
import type { TrespassNeeds } from './trespass';
import { CHAT, WELCOME } from './wording/chat';
import { safetyLine } from '../wording/safety';

export type BotNeeds = RequestRoutesNeeds &
  SessionRoutesNeeds &
  CoordinationRoutesNeeds &
  TrespassNeeds &
  ReachNeeds & { readonly policy: Policy; readonly log: TeamsLog };

export interface Bot {
  run(turn: TurnContext): Promise<void>;
  /** Makes the routes ready, which takes a while. Meant for the time right after a start; a turn before that does it itself. */
  prepare(): void;
}

export function createBot(needs: BotNeeds): Bot {
  let routed: TeamsAi.Application | undefined;
  const app = (): TeamsAi.Application => (routed ??= routedApplication(needs));
  return {
    async run(turn) {
      await app().run(turn);
    },
    prepare: () => void app(),
  };
}

function routedApplication(needs: BotNeeds): TeamsAi.Application {
  // Loaded here, because its sign-in flows, which are not used, bring recognizers of dates and numbers in eight languages: a
  // third of a start. Not from the main entry, which loads the language models' tokenizers too: 30 MB.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { Application } = require('@microsoft/teams-ai/lib/Application') as typeof TeamsAi;
  const app = new Application({ startTypingTimer: false });
  const attending = createAttending(needs);
  const routing = createRouting({ app, attending, reach: createReach(needs) });
  const { says, presses, route } = routing;

  app.turn('beforeTurn', keepWhereabouts);

  routeRequests(routing, needs);
  routeSessions(routing, needs);
  routeCoordination(routing, needs);
  says('help', () => welcome());
  presses('help', () => welcome());

  app.conversationUpdate('membersAdded', greet);
  // Last, because the first route that fits is taken.
  route(({ activity }) => submittedBy(activity) !== undefined, attending.outOfDate);
  route(
    ({ activity }) => isMessage(activity),
    ({ turn }) => (isPersonal(turn.activity) ? notUnderstood() : start(CHAT.startTitle, CHAT.start)),
  );

  return app;

  function welcome(): Answer {
    return {
      kind: 'card',
      card: renderCard('welcome', { ...WELCOME, safety: safetyLine(needs.policy) }),
      otherwise: CHAT.teamWelcome,
    };
  }

  function notUnderstood(): Answer {
    const card = renderCard('notice', { title: CHAT.unknownTitle, text: CHAT.unknown });
    return { kind: 'card', card, otherwise: CHAT.unknown };
  }

  /**
   * Not in invokes: those are answered within three seconds. A card's comes from a chat that is known already; a
   * dialog's may come from a chat of two people without the bot, which is called personal too. Nor where somebody evaluates:
   * a row written then would tell when they did.
   */
  async function keepWhereabouts({ activity }: TurnContext): Promise<boolean> {
    const id = activity.from?.aadObjectId;
    if (!id || isInvoke(activity) || submittedBy(activity)?.verb === 'evaluate') return true;
    await keepPerson(activity, id, needs.conversations).catch((error: unknown) =>
      needs.log.warn({ err: error }, 'could not keep where a person is reached'),
    );
    return true;
  }

  /** Once, when the bot itself is added. */
  async function greet(turn: TurnContext): Promise<void> {
    const { membersAdded, recipient } = turn.activity;
    if (!membersAdded?.some(({ id }) => id === recipient.id)) return;
    await answer(turn, isPersonal(turn.activity) ? welcome() : start(WELCOME.title, CHAT.teamWelcome));
  }
}
