/**
 * A small real bot, for the tests of the simulated Teams only: built on the packages the JAGS bot is built on, it
 * does once each thing the simulated Teams has to carry.
 */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Application } from '@microsoft/teams-ai';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  MessageFactory,
  TeamsInfo,
  TurnContext,
  type ConversationParameters,
  type ConversationReference,
  type TaskModuleTaskInfo,
} from 'botbuilder';
import restify from 'restify';
import { BOT } from './conversations';
import { decidedCard, detailsCard, formCard, ownCard, waitingCard } from './echo-bot-cards';

/** Long enough that a button of the card above can be found and pressed meanwhile. */
const SLOW_MS = 2_000;

export interface EchoBot {
  /** Its /api/messages. */
  readonly url: string;
  /** Who gets a card of their own in the channel: roster ids. */
  readonly refreshFor: string[];
  /** Work in a conversation it was spoken to in, or knows the id of, without being asked there. */
  inConversation(conversationId: string, work: (turn: TurnContext) => Promise<void>): Promise<void>;
  /** Opens the chat with a person and writes to them first. */
  writeTo(teamsId: string, text: string): Promise<void>;
  stop(): Promise<void>;
}

/** @param serviceUrl asked for when it writes first: where the Bot Connector is. */
export async function startEchoBot(serviceUrl: () => string): Promise<EchoBot> {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: '' }));
  const refreshFor: string[] = [];
  const app = routes(refreshFor);
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', async (request, response) => {
    const { headers, method = 'POST' } = request;
    const body = request.body as Record<string, unknown>;
    await adapter.process({ body, headers, method }, response, async (turn) => {
      await app.run(turn);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const reference = (id: string): Partial<ConversationReference> => ({
    bot: { ...BOT },
    channelId: 'msteams',
    conversation: { id, isGroup: false, conversationType: '', name: '' },
    serviceUrl: serviceUrl(),
  });

  return {
    url: `http://127.0.0.1:${server.address().port}/api/messages`,
    refreshFor,
    inConversation: (id, work) => adapter.continueConversationAsync('', reference(id), work),
    writeTo(teamsId, text) {
      const parameters: ConversationParameters = {
        isGroup: false,
        bot: { ...BOT },
        members: [{ id: teamsId, name: '' }],
        channelData: {},
      };
      return adapter.createConversationAsync(
        '',
        'msteams',
        serviceUrl(),
        '',
        parameters,
        async (turn) => void (await turn.sendActivity(text)),
      );
    },
    async stop() {
      if (!server.server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.server.closeAllConnections();
      await closed;
    },
  };
}

/** Sent by the bot itself: teams-ai would put a card with `refresh` up for everybody. */
async function answerInvoke(
  turn: TurnContext,
  type: string,
  statusCode: number,
  value: unknown,
): Promise<string> {
  await turn.sendActivity({
    type: 'invokeResponse',
    value: { status: 200, body: { statusCode, type, value } },
  });
  return '';
}

function answerWithCard(turn: TurnContext, card: { content?: unknown }): Promise<string> {
  return answerInvoke(turn, 'application/vnd.microsoft.card.adaptive', 200, card.content);
}

function routes(refreshFor: readonly string[]): Application {
  const app = new Application({ startTypingTimer: false });

  app.activity('installationUpdate', async (turn) => void (await turn.sendActivity('Welcome')));
  app.message(
    /^post$/,
    async (turn) => void (await turn.sendActivity({ attachments: [waitingCard(refreshFor)] })),
  );
  app.message(/^form$/, async (turn) => void (await turn.sendActivity({ attachments: [formCard()] })));
  app.message(/^form, slowly$/, async (turn) => {
    await pause(SLOW_MS);
    await turn.sendActivity({ attachments: [formCard()] });
  });
  app.message(/^own$/, async (turn) => {
    await turn.sendActivity({ attachments: [ownCard(turn.activity.from.name)] });
  });
  app.message(/^members$/, async (turn) => {
    const { members } = await TeamsInfo.getPagedMembers(turn);
    await turn.sendActivity(members.map(({ name, aadObjectId }) => `${name} ${aadObjectId}`).join(', '));
  });

  app.adaptiveCards.actionExecute('own', (turn) => answerWithCard(turn, ownCard(turn.activity.from.name)));
  app.adaptiveCards.actionExecute('approve', async (turn) => {
    const { replyToId, from } = turn.activity;
    const decided = decidedCard(from.name);
    await turn.updateActivity({ ...MessageFactory.attachment(decided), ...(replyToId && { id: replyToId }) });
    return answerWithCard(turn, decided);
  });
  app.adaptiveCards.actionExecute('refuse', (turn) =>
    answerInvoke(turn, 'application/vnd.microsoft.error', 400, {
      code: 'BadRequest',
      message: 'You cannot refuse this.',
    }),
  );

  app.taskModules.fetch('details', async () => details(detailsCard()));
  app.taskModules.submit<{ reason?: string }>('details', async (_turn, _state, { reason }) =>
    reason && reason.length > 3 ? `Thank you: ${reason}` : details(detailsCard('Please say more', reason)),
  );
  app.taskModules.submit('nothing', async () => undefined);

  app.messageExtensions.fetchTask('ask', async () => details(detailsCard()));
  app.messageExtensions.submitAction<{ reason?: string }>('ask', async (_turn, _state, { reason }) =>
    reason && reason.length > 3 ? `Thank you: ${reason}` : details(detailsCard('Please say more', reason)),
  );

  app.activity('message', async (turn) => {
    const { conversation } = turn.activity;
    const value: unknown = turn.activity.value;
    const words = (TurnContext.removeRecipientMention(turn.activity) ?? '').trim();
    await turn.sendActivity(
      value ? `Form: ${JSON.stringify(value)}` : `Heard "${words}" in ${conversation.id}`,
    );
  });
  return app;
}

function details(card: TaskModuleTaskInfo['card']): TaskModuleTaskInfo {
  return { title: 'Why it is asked for', ...(card && { card }) };
}
