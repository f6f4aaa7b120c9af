/** Every card of the requests there are, as each role gets it, drawn in Chromium as Teams draws it. */
import type { Browser } from 'playwright-core';
import type { Card } from '../../../src/teams/cards';
import type { Audience } from '../../../src/ports';
import { createEasel } from '../../gallery/easel';
import { coordinators, facilitators, practitioners, type SandboxPerson } from '../../sandbox/people';
import { CHANNEL, openOffice } from '../../teams/office';
import { known } from '../../teams/session-steps';
import { filledRequests } from './filled-requests';
import { differences, type Looked, lookAt, watchFor } from './in-page';
import { plainAs } from './typed-values';

const [petra, sam] = practitioners;
const [cora] = coordinators;
const [fay] = facilitators;

/** What shows something of a request: the button, and who presses it. */
const SHOWING: readonly (readonly [verb: string, by: SandboxPerson, type?: 'Action.Submit'])[] = [
  ...(['open', 'change', 'propose-participants-form', 'another-time-asked', 'ask-again'] as const).map(
    (verb) => [verb, petra] as const,
  ),
  ...(['coordinate', 'history', 'reason', 'replace', 'look-again'] as const).map(
    (verb) => [verb, cora] as const,
  ),
  ...(['return-form', 'edit-form', 'note-form', 'transfer-form', 'reason', 'history'] as const).map(
    (verb) => [verb, cora, 'Action.Submit'] as const,
  ),
  ...(['session', 'record-session-form', 'show-evaluation', 'open'] as const).map(
    (verb) => [verb, fay] as const,
  ),
  ['session', sam],
  ['propose-participants-form', petra, 'Action.Submit'],
  ['record-session-form', fay, 'Action.Submit'],
];
const LISTS: readonly (readonly [said: string, by: SandboxPerson])[] = [
  ['my requests', petra],
  ['queue', cora],
  ['digest', cora],
  ['my sessions', sam],
  ['my facilitating', fay],
];
const AUDIENCES: readonly Audience[] = [
  { kind: 'coordinators' },
  { kind: 'requester' },
  { kind: 'facilitator', facilitator: fay, attempt: 1 } as unknown as Audience,
];

/** Each card by where it comes from. */
export async function cardsOf(value: string): Promise<ReadonlyMap<string, Card>> {
  const office = await openOffice();
  const cards = new Map<string, Card>();
  try {
    await known(office, petra, cora, fay, sam);
    await office.says(cora, '<at>JAGS</at> use this channel', `${CHANNEL};messageid=1`);
    for (const next of filledRequests(value)) {
      await office.store.enter(next.id, next.requester.id);
      await office.store.save({
        next,
        effects: [],
        audit: { at: 1, by: { id: cora.id, name: value }, what: 'submit' },
      });
      for (const audience of AUDIENCES) {
        const before = office.connector.messages.length;
        await office.messenger.show(next, audience);
        for (const message of office.connector.messages.slice(before))
          keep(`${next.state} shown to the ${audience.kind}`, message.activity.attachments?.[0]?.content);
      }
    }
    // What is pressed may change them: each state is shown first.
    for (const next of filledRequests(value))
      for (const [verb, by, type = 'Action.Execute'] of SHOWING) {
        const data = { request: next.id, attempt: 1, ...(type === 'Action.Submit' && { verb }) };
        const reply = await office.executes(by, { type, verb, data });
        keep(`${next.state} ${verb} ${type} by ${by.name}`, reply.card);
      }
    for (const [said, by] of LISTS) {
      const [message] = await office.says(by, said);
      keep(said, message?.activity.attachments?.[0]?.content);
    }
    return cards;
  } finally {
    await office.close();
  }

  function keep(name: string, card: unknown): void {
    if (card) cards.set(name, card as Card);
  }
}

export interface Drawn {
  readonly drawn: number;
  /** How often the value was read on them. */
  readonly shown: number;
  readonly differences: readonly string[];
}

/** Draws the cards of one value beside those of a plain one as long. */
export async function drawCards(browser: Browser, value: string): Promise<Drawn> {
  const plain = plainAs(value);
  const cards = { hostile: await cardsOf(value), plain: await cardsOf(plain) };
  const easel = await createEasel(browser, 'light');
  const page = browser.contexts().at(-1)!.pages().at(-1)!;
  await watchFor(page);
  await page.evaluate('window.ran = []; window.canary = (n) => void window.ran.push("canary " + n);');
  const look = async (card: Card): Promise<Looked> => {
    await easel.draw(card, 600);
    return lookAt(page);
  };
  const found: string[] = [];
  let shown = 0;
  for (const [name, card] of cards.hostile) {
    const beside = cards.plain.get(name);
    if (!beside) {
      found.push(`${name}: there is no such card with a plain value`);
      continue;
    }
    const looked = { hostile: await look(card), plain: await look(beside) };
    shown += looked.plain.text.split(plain).length - 1;
    found.push(...differences(name, looked, { hostile: value, plain }));
  }
  if (cards.hostile.size < cards.plain.size) found.push('a card is missing');
  await page.close();
  return { drawn: cards.hostile.size, shown, differences: found };
}
