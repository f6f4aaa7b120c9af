/** The ways into a dialog and through it, as Teams sends them; and the search in the compose box. */
import { type Activity, ActivityTypes } from 'botbuilder';
import type { Card } from '../../src/teams/cards';
import type { SandboxPerson } from '../sandbox/people';
import { press, type Pressed } from './card-in-hand';
import { FILLED, fillAndPress, NEXT } from './form-steps';
import { type Message, type Office, readReply, type Reply } from './office';

export interface Where {
  /** A conversation; the person's own chat unless told otherwise. */
  readonly where?: string;
  /** The message a dialog was opened from; Teams leaves it out of what follows, or does not. */
  readonly message?: Message;
}

/** What a search in the compose box shows. */
export interface FoundInBox {
  readonly found: readonly { readonly title: string; readonly text: string; readonly card: Card }[];
  /** In place of results. */
  readonly text?: string;
}

const CONTEXT = { commandContext: 'compose', context: { theme: 'default' } };

export function dialogs(office: Office) {
  async function invoke(person: SandboxPerson, name: string, value: object, on: Where): Promise<unknown> {
    const { body } = await office.receive({
      ...office.activityOf(person, on.where),
      type: ActivityTypes.Invoke,
      name,
      value,
      ...(on.message && { replyToId: on.message.id }),
    } satisfies Partial<Activity>);
    return body;
  }
  const reply = async (...sent: Parameters<typeof invoke>): Promise<Reply> =>
    readReply(await invoke(...sent));

  return {
    invoke,
    /** Chooses the action command in the compose box. */
    composes: (person: SandboxPerson, commandId = 'ask', on: Where = {}) =>
      reply(person, 'composeExtension/fetchTask', { commandId, ...CONTEXT }, on),
    /** Presses a button in a dialog that was opened from the compose box. */
    composeSubmits: (person: SandboxPerson, { data }: Pressed, on: Where = {}) =>
      reply(person, 'composeExtension/submitAction', { commandId: 'ask', ...CONTEXT, data }, on),
    /** Presses a button in a dialog that was opened from a card. */
    dialogSubmits: (person: SandboxPerson, { data }: Pressed, on: Where = {}) =>
      reply(person, 'task/submit', { data, context: CONTEXT.context }, on),
    /** Types in the search of the compose box; undefined when it was only opened. */
    async searches(person: SandboxPerson, text?: string, on: Where = {}): Promise<FoundInBox> {
      const parameter =
        text === undefined ? { name: 'initialRun', value: 'true' } : { name: 'text', value: text };
      const queryOptions = { skip: 0, count: 25 };
      const value = { commandId: 'find', parameters: [parameter], queryOptions };
      return readFound(await invoke(person, 'composeExtension/query', value, on));
    },
  };
}

/** From the compose box to the filled-in form, about to be sent. */
export async function composedForm(office: Office, person: SandboxPerson, on: Where = {}) {
  const { composes, composeSubmits } = dialogs(office);
  const first = await composes(person, 'ask', on);
  const { card } = await composeSubmits(person, press(first.card, 'Continue', { answer: 'no' }), on);
  const next = await composeSubmits(person, fillAndPress(card, NEXT, FILLED), on);
  return fillAndPress(next.card, 'Send request', FILLED);
}

function readFound(body: unknown): FoundInBox {
  const { composeExtension } = body as {
    composeExtension: {
      text?: string;
      attachments?: { content: Card; preview: { content: { title: string; text: string } } }[];
    };
  };
  const { text, attachments = [] } = composeExtension;
  const found = attachments.map(({ content, preview }) => ({ ...preview.content, card: content }));
  return { found, ...(text !== undefined && { text }) };
}
