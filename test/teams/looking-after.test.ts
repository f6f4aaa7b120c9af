import { LONGEST_NOTE } from '../../src/domain/note';
import type { Request, Returned } from '../../src/domain/request';
import { coordinators, practitioners, type SandboxPerson } from '../sandbox/people';
import { buttonsOn, fieldsOn, press, type Pressed, wordsOn } from './card-in-hand';
import { dialogs } from './dialog-steps';
import { cardOf, CHANNEL, type Office, openOffice, type Reply } from './office';
import { booked, current, shownInChannel, submitted } from './session-steps';

const [petra, sam] = practitioners;
const [cora, colin] = coordinators;
const WHERE = { where: `${CHANNEL};messageid=1` };

let office: Office;
let id: string;
beforeEach(async () => {
  office = await openOffice();
  ({ id } = await submitted(office));
});
afterEach(() => office.close());

const opening = (verb: string, more: object = {}): Pressed => ({
  type: 'Action.Submit',
  verb,
  data: { verb, request: id, ...more },
});

const opens = (person: SandboxPerson, verb: string): Promise<Reply> =>
  office.executes(person, opening(verb), WHERE);

const sends = (person: SandboxPerson, pressed: Pressed): Promise<Reply> =>
  dialogs(office).dialogSubmits(person, pressed, WHERE);

/** Opens the dialog, fills it in and sends it. */
async function fillsIn(
  verb: string,
  send: string,
  filled: Record<string, string>,
  person = cora,
): Promise<Reply> {
  return sends(person, press((await opens(person, verb)).card, send, filled));
}

const returns = (text: string) => fillsIn('return-form', 'Return to the requester', { text });
const writes = (text: string) => fillsIn('note-form', 'Send to the requester', { text });

/** What the requester reads about it. */
async function requesterReads(): Promise<string> {
  const open = { type: 'Action.Execute', verb: 'open', data: { request: id } };
  return wordsOn((await office.executes(petra, open)).card);
}

async function viewOf(person: SandboxPerson, verb = 'coordinate'): Promise<unknown> {
  const reply = await office.executes(person, { type: 'Action.Execute', verb, data: { request: id } }, WHERE);
  return reply.card;
}

describe('Returning for changes', () => {
  it('asks for what is missing, tells the requester, and waits for them', async () => {
    const reply = await returns('Could a school take part?');
    expect(wordsOn(reply.card)).toContain('Returned. The requester is told');
    expect(current<Returned>(office, id)).toMatchObject({
      state: 'returned',
      missing: 'Could a school take part?',
      returnedBy: { id: cora.id },
    });
    expect(await requesterReads()).toContain(
      'A coordinator has sent it back to you:\nCould a school take part?',
    );
    expect(office.store.effectsOf(id).map(({ effect }) => effect.kind)).toContain('call-requester');
  });

  it('keeps what was written in the history, for coordinators only', async () => {
    await returns('Could a school take part?');
    expect((await office.store.history(id)).at(-1)).toMatchObject({
      what: 'return',
      note: 'Could a school take part?',
    });
    expect(wordsOn(await viewOf(cora))).toContain('They were asked to change: Could a school take part?');
    await shownInChannel(office, current(office, id));
    expect(JSON.stringify(office.connector.in(CHANNEL))).not.toContain('Could a school');
  });

  it('leaves only what can still be done meanwhile', async () => {
    await returns('Could a school take part?');
    expect(buttonsOn(await viewOf(cora))).toEqual([
      'Read the reason',
      'Complete or change',
      'Decline',
      'Decline the request',
      'More',
      'Write to the requester',
      'Hand over to somebody else',
      'History',
    ]);
  });

  it('stores nothing that identifies a child, says where it stands, and keeps what was typed', async () => {
    const text = 'Is this about Jayden, aged 7?\nNHS number 999 100 2340.';
    const reply = await returns(text);
    expect(wordsOn(reply.card)).toContain('an NHS number (line 2, word 3)');
    expect(wordsOn(reply.card)).toContain('could be a name');
    expect(fieldsOn(reply.card).text).toBe(text);
    expect(current(office, id).state).toBe('submitted');
    const kept = JSON.stringify([office.store.all(), await office.store.history(id), office.log.lines]);
    expect(kept).not.toMatch(/Jayden|999 100/);
  });

  it('takes the word of a coordinator that it is no child’s name, for just these words', async () => {
    const asked = await returns('Is this about Jayden, aged 7?');
    const mark = tickOn(asked.card);
    const other = press(asked.card, 'Return to the requester', {
      text: 'And about Kayleigh, aged 9?',
      notNames: mark,
    });
    expect(wordsOn((await sends(cora, other)).card)).toContain('could be a name');
    await sends(cora, press(asked.card, 'Return to the requester', { notNames: mark }));
    expect(current(office, id)).toMatchObject({
      state: 'returned',
      missing: 'Is this about Jayden, aged 7?',
    });
  });

  it.each([
    ['nothing', ''],
    ['more than it may be', 'x'.repeat(LONGEST_NOTE + 1)],
  ])('needs some words, and not too many: %s', async (_what, text) => {
    const reply = await returns(text);
    expect(wordsOn(reply.card)).toContain('Nothing has been sent yet');
    expect(fieldsOn(reply.card).text).toBe(text);
    expect(current(office, id).state).toBe('submitted');
  });

  it('says plainly when it is more than a card can show again', async () => {
    const sent = opening('return', { text: 'é'.repeat(15_000) });
    expect(wordsOn((await sends(cora, sent)).card)).toContain('too long for Teams');
    expect(current(office, id).state).toBe('submitted');
  });

  it('comes too late once somebody has decided', async () => {
    const { card } = await opens(cora, 'return-form');
    const by = { id: colin.id, name: colin.name };
    await office.workflow.handle({ kind: 'approve', requestId: id, matchId: '1-1', by });
    const pressed = press(card, 'Return to the requester', { text: 'Could a school take part?' });
    expect(wordsOn((await sends(cora, pressed)).card)).toContain('decided meanwhile');
    expect(wordsOn((await opens(cora, 'return-form')).card)).toContain('decided meanwhile');
    expect(current(office, id).state).toBe('approved');
  });
});

describe('A note to the requester', () => {
  it('stands on their card, and on the coordinators’ own view', async () => {
    const reply = await writes('I rang the school.\nThey would like to come.');
    expect(wordsOn(reply.card)).toContain('Sent. The requester is told');
    expect(await requesterReads()).toContain(
      'A coordinator wrote on Tuesday 24 November 2026: I rang the school.\nThey would like to come.',
    );
    expect(wordsOn(await viewOf(colin))).toContain('Last note to the requester: I rang the school.');
    expect(current(office, id).state).toBe('submitted');
  });

  it('may be written as long as the request is open', async () => {
    ({ id } = await booked(office));
    await writes('Please bring a laptop.');
    expect(await requesterReads()).toContain('Please bring a laptop.');
    await office.workflow.handle({ kind: 'withdraw', requestId: id, by: { id: petra.id, name: petra.name } });
    expect(wordsOn((await opens(cora, 'note-form')).card)).toContain('closed meanwhile');
    expect(buttonsOn(await viewOf(cora))).toEqual(['Read the reason', 'History']);
  });

  it('is read for identifiers like everything that is stored', async () => {
    const reply = await writes('Her date of birth is 14/03/2015.');
    expect(wordsOn(reply.card)).toContain('a date of birth');
    expect(current(office, id)).not.toHaveProperty('note');
  });

  it('is not lost with the storage: it is still there to be sent again', async () => {
    const { card } = await opens(cora, 'note-form');
    office.wire.cut = true;
    const lost = await sends(cora, press(card, 'Send to the requester', { text: 'Please ring me.' }));
    expect(wordsOn(lost.card)).toContain('NOT saved');
    office.wire.cut = false;
    await sends(cora, press(lost.card, 'Send to the requester'));
    expect(current(office, id)).toMatchObject({ note: { text: 'Please ring me.', by: { id: cora.id } } });
    expect(JSON.stringify(office.log.lines)).not.toContain('Please ring me');
  });
});

const DIALOGS: [string, string, object][] = [
  ['return-form', 'return', {}],
  ['return', 'return', { text: 'Could a school take part?' }],
  ['note-form', 'note', {}],
  ['note', 'note', { text: 'Please ring me.' }],
  ['edit-form', 'edit', {}],
  [
    'edit',
    'edit',
    { basedOn: 0, earliest: '2026-12-08', latest: '2026-12-18', days: 'monday', times: 'morning' },
  ],
  ['transfer-form', 'transfer', {}],
  ['transfer', 'transfer', { to: sam.id }],
];

describe('Everything coordinators do to look after a request', () => {
  it.each(DIALOGS)('is refused to everybody else and noted: %s', async (verb, what, data) => {
    const before = current<Request>(office, id);
    for (const person of [petra, sam]) {
      const reply = await sends(person, opening(verb, data));
      expect(wordsOn(reply.card)).toContain('Only NSCP coordinators');
      expect((await office.store.history(id)).at(-1)).toMatchObject({
        what,
        by: { id: person.id },
        refused: 'coordinators-only',
      });
    }
    expect(current(office, id)).toEqual(before);
  });

  it.each(DIALOGS)('is refused to whoever has left the group meanwhile: %s', async (verb, _what, data) => {
    office.coordinatorIds.delete(cora.id);
    expect(wordsOn((await sends(cora, opening(verb, data))).card)).toContain('Only NSCP coordinators');
    expect(current(office, id).state).toBe('submitted');
  });

  it.each(DIALOGS)('is of no use on a request that does not exist: %s', async (verb, _what, data) => {
    const reply = await sends(cora, { ...opening(verb), data: { verb, request: 'nosuchrequest', ...data } });
    expect(wordsOn(reply.card)).toContain('No such request');
  });

  it.each([
    ['return', { text: 7 }],
    ['return', { text: ['a'] }],
    ['note', { text: 'x'.repeat(30_000) }],
    ['edit', { basedOn: '0' }],
    ['edit', { basedOn: -1 }],
    ['edit', { basedOn: 0, name3: { toString: 'x' } }],
    ['transfer', { to: 'everybody' }],
    ['transfer', { to: [sam.id, petra.id] }],
    ['transfer', { to: { id: sam.id, mail: 'me@elsewhere.example' } }],
    ['return-form', { request: '../other' }],
  ])('reads no data of another shape: %s, row %#', async (verb, data) => {
    const reply = await sends(cora, opening(verb, data));
    expect(wordsOn(reply.card)).toContain('could not be read');
    expect(current(office, id)).toMatchObject({ state: 'submitted', requester: { id: petra.id } });
  });

  it('keeps in the audit which button of another shape it was', async () => {
    await sends(sam, opening('return', { text: 7 }));
    expect((await office.store.history(id)).at(-1)).toMatchObject({ what: 'return', refused: 'unreadable' });
  });

  it('never has more than six buttons beside the matches', async () => {
    const { actions } = (await viewOf(cora)) as { actions: unknown[] };
    expect(actions.length).toBeLessThanOrEqual(6);
  });

  it('is never on the card of the channel', async () => {
    const message = await shownInChannel(office, current(office, id));
    expect(buttonsOn(cardOf(message))).toEqual([]);
  });
});

/** What the tick "No, it is not" would send. */
function tickOn(card: unknown): string {
  const [, mark] = /"valueOn":"([^"]+)"/.exec(JSON.stringify(card)) ?? [];
  if (!mark) throw new Error('Expected the question about names, got none');
  return mark;
}
