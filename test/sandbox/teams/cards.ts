/**
 * What a card needs on its way to a Playground and what its answers need on their way back.
 *
 * A Playground shows a warning for `refresh` and sends nothing at all for an Action.Submit whose data says
 * "task/fetch". So the hub acts on both itself: it takes `refresh` off, and gives submit buttons a mark that says
 * what the hub has to do when they are pressed.
 */
import { cardOf, isObject, CARD_TYPE, type Activity, type Json } from './activity';

const MARK = 'simulatedTeams';

/** What the hub has to do with a pressed Action.Submit. */
export type Mark = { readonly opensDialog: true } | { readonly dialog: string };

interface Refresh {
  readonly action: Json;
  readonly userIds: readonly string[];
}

/** Who is to get a card of their own instead of this one, and the action that fetches it. */
export function refreshOf(activity: Activity): Refresh | undefined {
  const refresh = cardOf(activity)?.refresh;
  if (!isObject(refresh) || !isObject(refresh.action) || !Array.isArray(refresh.userIds)) return undefined;
  return { action: refresh.action, userIds: refresh.userIds.map(String) };
}

/** The card as a Playground can show it; with `dialog`, its buttons answer that dialog. */
export function forPlayground(card: Json, dialog?: string): Json {
  return Object.fromEntries(
    Object.entries(withMarks(card, dialog) as Json).filter(([property]) => property !== 'refresh'),
  );
}

/** Every card of a message as a Playground can show it. */
export function messageForPlayground(activity: Activity, dialog?: string): Activity {
  if (!activity.attachments) return activity;
  const attachments = activity.attachments.map((attachment) =>
    attachment.contentType === CARD_TYPE && isObject(attachment.content)
      ? { ...attachment, content: forPlayground(attachment.content, dialog) }
      : attachment,
  );
  return { ...activity, attachments };
}

function withMarks(node: unknown, dialog: string | undefined): unknown {
  if (Array.isArray(node)) return node.map((item) => withMarks(item, dialog));
  if (!isObject(node)) return node;
  const { data, ...rest } = node;
  const walked = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, withMarks(value, dialog)]),
  );
  if (data === undefined && !(dialog && node.type === 'Action.Submit')) return walked;
  return { ...walked, data: node.type === 'Action.Submit' ? markedData(data, dialog) : data };
}

function markedData(data: unknown, dialog: string | undefined): unknown {
  if (dialog) return { ...(isObject(data) && data), [MARK]: { dialog } };
  if (!isObject(data) || !isObject(data.msteams) || data.msteams.type !== 'task/fetch') return data;
  const { msteams, ...rest } = data;
  return { ...rest, [MARK]: { opensDialog: true, msteams } };
}

/** Takes the hub's mark off submitted data: what the hub has to do, and the data as the bot's card had it. */
export function readMark(value: unknown): { mark: Mark | undefined; data: unknown } {
  if (!isObject(value) || !isObject(value[MARK])) return { mark: undefined, data: value };
  const { [MARK]: mark, ...data } = value;
  if (!isObject(mark)) return { mark: undefined, data };
  if (typeof mark.dialog === 'string') return { mark: { dialog: mark.dialog }, data };
  return { mark: { opensDialog: true }, data: { ...data, msteams: mark.msteams } };
}

/** A dialog is shown as a message; its heading says what it stands for. */
export function withDialogHeading(card: Json, title: string): Json {
  const heading = {
    type: 'Container',
    style: 'emphasis',
    bleed: true,
    items: [{ type: 'TextBlock', text: `Dialog: ${title}`, weight: 'Bolder', wrap: true }],
  };
  return { ...card, body: [heading, ...(Array.isArray(card.body) ? (card.body as unknown[]) : [])] };
}
