/**
 * Dialogs from cards, which a Playground does not open. The press of a button marked "task/fetch" becomes that
 * invoke; the card the bot answers with is shown, to that person only, as a message headed "Dialog: …"; what is
 * submitted from it becomes "task/submit", and the bot's answer to that takes its place.
 * Source: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots
 */
import { randomUUID } from 'node:crypto';
import type { SandboxPerson } from '../people';
import { cardMessage, isObject, textMessage, type Activity, type Json } from './activity';
import type { BotEndpoint, BotReply } from './bot-endpoint';
import { messageForPlayground, withDialogHeading, type Mark } from './cards';
import { splitThread } from './conversations';
import type { Message, Messages } from './messages';
import type { Screens } from './screens';

interface OpenDialog {
  readonly message: Message;
  title: string;
}

export interface Dialogs {
  /** @param pressed the submit as Teams would send it; @param data what the card's author knows of its data. */
  pressed(person: SandboxPerson, pressed: Activity, mark: Mark, data: unknown): Promise<void>;
}

export function createDialogs(options: {
  readonly bot: BotEndpoint;
  readonly messages: Messages;
  readonly screens: Screens;
}): Dialogs {
  const { bot, messages, screens } = options;
  /** By the mark of their buttons. Nobody else ever holds a mark that was made for one person's dialog. */
  const open = new Map<string, OpenDialog>();

  async function show(
    person: SandboxPerson,
    mark: string,
    dialog: OpenDialog,
    reply: BotReply,
  ): Promise<void> {
    const { card, title = dialog.title, text } = readTask(reply);
    dialog.title = title;
    if (!card) open.delete(mark);
    const content = card
      ? messageForPlayground(cardMessage(withDialogHeading(card, title)), mark)
      : textMessage(`**Dialog: ${title}** — ${text ?? 'closed'}`);
    dialog.message.activity = content;
    await screens.show(dialog.message, person);
  }

  return {
    async pressed(person, pressed, mark, data) {
      const value = { data, context: { theme: 'default' } };
      const { replyToId, ...activity } = { ...pressed, type: 'invoke', value };
      if ('opensDialog' in mark) {
        const { base, root } = splitThread(pressed.conversation?.id ?? '');
        const draft = { conversationId: base, activity: textMessage(''), ...(root && { root }) };
        const dialog: OpenDialog = { message: messages.fleeting(draft), title: '' };
        const newMark = randomUUID();
        open.set(newMark, dialog);
        await show(
          person,
          newMark,
          dialog,
          await bot.send(person, { ...activity, replyToId, name: 'task/fetch' }),
        );
        return;
      }
      const dialog = open.get(mark.dialog);
      // A dialog from before a restart: Teams would have closed it long ago.
      if (!dialog) return;
      await show(person, mark.dialog, dialog, await bot.send(person, { ...activity, name: 'task/submit' }));
    },
  };
}

interface Task {
  readonly card?: Json;
  readonly title?: string;
  readonly text?: string;
}

/** The bot's answer to task/fetch or task/submit: a card, a text, or nothing, which closes the dialog. */
function readTask({ status, body }: BotReply): Task {
  if (status !== 200) return { text: `the app answered with an error (${status})` };
  const task = isObject(body) ? body.task : undefined;
  if (!isObject(task)) return {};
  const { type, value } = task;
  if (type === 'message') return { text: String(value) };
  if (!isObject(value)) return { text: `the app answered without a card: ${JSON.stringify(body)}` };
  const content = isObject(value.card) ? value.card.content : undefined;
  if (!isObject(content)) return { text: `the app answered without a card: ${JSON.stringify(body)}` };
  return { card: content, ...(typeof value.title === 'string' && { title: value.title }) };
}
