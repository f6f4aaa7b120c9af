/**
 * Every card a person can be shown: typed data in, an Adaptive Card out. One template in `cards/` each; the tests hold
 * templates and data against each other. Templates bind plain fields only; what is shown is decided in `present/`.
 */
import { setImmediate } from 'node:timers/promises';
import type * as Templating from 'adaptivecards-templating';
import attending from '../../cards/attending.json';
import coordination from '../../cards/coordination.json';
import digest from '../../cards/digest.json';
import edit from '../../cards/edit.json';
import door from '../../cards/door.json';
import evaluated from '../../cards/evaluated.json';
import evaluation from '../../cards/evaluation.json';
import facilitator from '../../cards/facilitator.json';
import facilitating from '../../cards/facilitating.json';
import form from '../../cards/form.json';
import guide from '../../cards/guide.json';
import history from '../../cards/history.json';
import note from '../../cards/note.json';
import notice from '../../cards/notice.json';
import participants from '../../cards/participants.json';
import people from '../../cards/people.json';
import poll from '../../cards/poll.json';
import progress from '../../cards/progress.json';
import qr from '../../cards/qr.json';
import queue from '../../cards/queue.json';
import reason from '../../cards/reason.json';
import record from '../../cards/record.json';
import reminder from '../../cards/reminder.json';
import requester from '../../cards/requester.json';
import requests from '../../cards/requests.json';
import safety from '../../cards/safety.json';
import sentence from '../../cards/sentence.json';
import sessions from '../../cards/sessions.json';
import start from '../../cards/start.json';
import transfer from '../../cards/transfer.json';
import urgent from '../../cards/urgent.json';
import welcome from '../../cards/welcome.json';
import type { CardData, CardName } from './card-data';

export interface Card {
  readonly type: 'AdaptiveCard';
  readonly [property: string]: unknown;
}

/** Teams refuses larger cards; a little room is left for what the message adds. */
export const MOST_CARD_BYTES = 25_000;

const sources: Readonly<Record<CardName, object>> = {
  welcome,
  safety,
  urgent,
  guide,
  door,
  notice,
  sentence,
  start,
  progress,
  qr,
  reason,
  note,
  edit,
  transfer,
  requests,
  queue,
  digest,
  history,
  requester,
  facilitator,
  facilitating,
  reminder,
  attending,
  coordination,
  form,
  people,
  participants,
  record,
  poll,
  sessions,
  evaluation,
  evaluated,
};

export const CARD_NAMES = Object.keys(sources) as readonly CardName[];

const templates = new Map<CardName, Templating.Template>();

/**
 * Makes every card ready to be drawn, with room for other work in between. Meant for the time right after a start, which
 * shall not wait for it; a card asked for before its turn is made ready then.
 */
export async function prepareCards(): Promise<void> {
  for (const name of CARD_NAMES) {
    await setImmediate();
    templateOf(name);
  }
}

/** Kept, because expanding a template is several times faster than parsing it. */
function templateOf(name: CardName): Templating.Template {
  const kept = templates.get(name) ?? parsed(sources[name]);
  templates.set(name, kept);
  return kept;
}

function parsed(source: object): Templating.Template {
  // Loaded here, because its expression parser takes longer to load than all else of ours.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { Template } = require('adaptivecards-templating') as typeof Templating;
  return new Template(source);
}

/** Fills in a card. What people typed is not evaluated again: `${x}` stays as it is. */
export function renderCard<Name extends CardName>(name: Name, data: CardData[Name]): Card {
  const { refresh, ...card } = templateOf(name).expand({ $root: data }) as Card;
  // A part left out by $when stays behind as null where it is not in a list.
  return refresh ? { ...card, refresh } : card;
}

/** The size of a card as it travels. */
export function cardBytes(card: Card): number {
  return Buffer.byteLength(JSON.stringify(card), 'utf8');
}
