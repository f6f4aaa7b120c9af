import { MINUTE_MS } from '../../src/domain/intervals';
import type { AuditEntry } from '../../src/ports';
import { cardBytes, MOST_CARD_BYTES, renderCard } from '../../src/teams/cards';
import { presentHistory } from '../../src/teams/present/history';
import { askedAt, aStranger, theCoordinator, theRequester } from '../builders';
import { coordinators, practitioners } from '../sandbox/people';
import { press, wordsOn } from './card-in-hand';
import { CHANNEL, type Office, openOffice } from './office';
import { booked, submitted } from './session-steps';

const [petra, sam] = practitioners;
const [cora] = coordinators;

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

function historyOf(id: string, person = cora) {
  const data = { verb: 'history', request: id };
  return office.executes(person, { type: 'Action.Submit', verb: 'history', data });
}

function wordsOf(...audit: Partial<AuditEntry>[]): string {
  const entries = audit.map((entry): AuditEntry => ({
    at: askedAt,
    by: theRequester,
    what: 'submit',
    ...entry,
  }));
  return wordsOn(renderCard('history', presentHistory('7qf3k2m9zzzz', entries)));
}

describe('the history of a request', () => {
  it('says who did what and when, oldest first, from the button on the own view', async () => {
    const { id } = await booked(office);
    const view = { type: 'Action.Execute', verb: 'coordinate', data: { request: id } };
    const { card } = await office.executes(cora, view, { where: `${CHANNEL};messageid=1` });
    const words = wordsOn((await office.executes(cora, press(card, 'History'))).card).split('\n');
    const lines = [
      'Tue 24 Nov 2026, 10:00',
      'Petra Practice sent the request',
      'Waiting for a decision',
      'This service looked for matches',
      'Cora Coordinate approved a match',
      "This service reserved the facilitator's time",
      'This service made the calendar entry',
      'This service set up the meeting',
      "This service received the facilitator's answer from Outlook",
      'Booked',
    ];
    const at = lines.map((line) => words.indexOf(line));
    expect(at).not.toContain(-1);
    expect([...at].sort((a, b) => a - b)).toEqual(at);
  });

  it('says what a form or a flow did, and for whom', () => {
    const words = wordsOf(
      { what: 'submit', via: 'api' },
      { what: 'withdraw', via: 'api', refused: 'too-late' },
    );
    expect(words).toContain('A connected form or flow, for Petra Practice, sent the request');
    expect(words).toContain('A connected form or flow, for Petra Practice, tried to withdraw the request');
    expect(wordsOf({ what: 'submit' })).not.toContain('connected');
  });

  it('says what was tried and refused, by whom and why', async () => {
    const { id } = await submitted(office);
    for (const verb of ['approve', 'withdraw', 'open', 'coordinate'])
      await office.executes(sam, {
        type: 'Action.Execute',
        verb,
        data: { request: id, ...(verb === 'approve' && { match: '1-1' }) },
      });
    const words = wordsOn((await historyOf(id)).card);
    expect(words).toContain('Sam Saffron tried to approve a match, refused: they are no coordinator');
    expect(words).toContain('Sam Saffron tried to withdraw the request, refused: they are not the requester');
    expect(words).toContain("tried to open it as the requester's own, refused: they are not the requester");
    expect(words).toContain("tried to open the coordinators' view, refused: they are no coordinator");
  });

  it('is for coordinators, asked again at that moment; trying is noted in it', async () => {
    const { id } = await submitted(office);
    for (const person of [sam, petra])
      expect(wordsOn((await historyOf(id, person)).card)).toContain('Only NSCP coordinators');
    const words = wordsOn((await historyOf(id)).card);
    expect(words).toContain('Sam Saffron tried to read this history, refused: they are no coordinator');
    office.coordinatorIds.delete(cora.id);
    expect(wordsOn((await historyOf(id)).card)).toContain('Only NSCP coordinators');
  });

  it('is not found for a request that is not there', async () => {
    expect(wordsOn((await historyOf('nothinghere')).card)).toContain('No such request');
  });

  it('holds neither reason nor case reference', async () => {
    const { id, ask } = await submitted(office);
    const text = JSON.stringify((await historyOf(id)).card);
    expect(text).not.toContain(ask.reason);
    expect(text).not.toContain(ask.caseReference);
  });
});

describe('an entry', () => {
  it('shows what a coordinator wrote as typed, and which fields were changed', () => {
    const words = wordsOf({
      by: theCoordinator,
      note: '**Please** add <b>Health</b> \u202eolleh',
      changed: ['participants', 'latest', 'forgotten'],
    });
    expect(words).toContain('Note: \u2068**Please** add <b>Health</b> \u202eolleh\u2069');
    expect(words).toContain('Changed: people, latest day, forgotten');
  });

  it('shows a state only when it changed', () => {
    expect(wordsOf({ from: 'offered', to: 'offered', what: 'trouble-met', by: 'system' })).not.toContain(
      'Offered',
    );
    expect(wordsOf({ from: 'offered', to: 'closed', what: 'withdraw' })).toContain('Closed');
  });

  it('says what could not be read, and what nobody knows', () => {
    expect(wordsOf({ by: aStranger, what: 'unknown', refused: 'unreadable' })).toContain(
      'Mabel Mauve tried to do something this service does not know, refused: what was sent could not be read',
    );
  });
});

describe('a long history', () => {
  const long = (count: number, note: string): AuditEntry[] =>
    Array.from({ length: count }, (_, n) => ({
      at: askedAt + n * MINUTE_MS,
      by: { id: 'somebody', name: `Person ${n}` },
      what: 'look-again' as const,
      note,
    }));

  it.each([
    [500, 'x'],
    [500, 'x'.repeat(2_000)],
    [90, 'x'.repeat(300)],
  ])('of %i entries shows the newest that fit, and how many are left out', (count, note) => {
    const shown = presentHistory('7qf3k2m9zzzz', long(count, note));
    const card = renderCard('history', shown);
    expect(cardBytes(card)).toBeLessThanOrEqual(MOST_CARD_BYTES);
    expect(shown.entries.length).toBeGreaterThan(0);
    expect(shown.entries.at(-1)?.who).toBe(`Person ${count - 1}`);
    expect(shown.summary).toBe(`${count - shown.entries.length} earlier entries are left out.`);
  });

  it('leaves none out that would fit', () => {
    const all = long(500, 'x'.repeat(300));
    const { entries } = presentHistory('7qf3k2m9zzzz', all);
    const oneMore = presentHistory('7qf3k2m9zzzz', all.slice(-entries.length - 1));
    const { length } = oneMore.entries;
    // Without the line about those left out there may just be room for one more.
    if (length > entries.length) expect(oneMore.hasSummary).toBe(false);
    else expect(oneMore.summary).toBe('1 earlier entry is left out.');
  });
});
