import { MAIL_NEWS, type MailNews } from '../../../src/domain/mail-news';
import { isOpen, referenceOf, type State } from '../../../src/domain/request';
import { safetyLine, worseLine } from '../../../src/wording/safety';
import { aMailOffice, PUBLIC_URL } from './office';
import { ID, MARK, NAMES, policy, STANDINGS, TO, type Told } from './marked';

const REFERENCE = referenceOf(ID);

/** Every news of every standing to everybody. */
const ALL: readonly Told[] = Object.keys(STANDINGS).flatMap((standing) =>
  (['requester', 'facilitator', 'asked', 'participant'] as const).flatMap((to) =>
    MAIL_NEWS.map((news): Told => [standing, to, news]),
  ),
);

async function told([standing, to, news]: Told) {
  const office = await aMailOffice();
  const request = STANDINGS[standing]!;
  const outcome = await office.mailer.tell(request, TO[to], news, 'effect-00000007');
  const letter = office.mail.sent[0];
  expect(office.mail.sent).toHaveLength(outcome === 'sent' ? 1 : 0);
  return { ...office, request, letter };
}

/** All that are written, in the order of the table. */
async function written() {
  const found = [];
  for (const each of ALL) {
    const { letter, request, links } = await told(each);
    if (letter) found.push({ each, letter, request, minted: links.all() });
  }
  return found;
}

const read = (html: string): string =>
  html
    .replace(/^.*<body>|<\/body>.*$/g, '')
    .replace(/<br\/?>/g, '\n')
    .replace(/<\/p>/g, '\n\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .trim();

describe('A letter about a request', () => {
  let letters: Awaited<ReturnType<typeof written>> = [];
  beforeAll(async () => {
    letters = await written();
  });

  it('is written of every news, and of no state for nothing', () => {
    const news = new Set(letters.map(({ each }) => each[2]));
    const states = new Set(letters.map(({ request }) => request.state));
    expect([...news].sort()).toEqual([...MAIL_NEWS].sort());
    expect(states).toEqual(new Set<State>(Object.values(STANDINGS).map(({ state }) => state)));
  });

  it('holds nothing that somebody typed of the case, and nobody who need not be named', () => {
    for (const { each, letter } of letters) {
      const all = JSON.stringify({ ...letter, to: undefined });
      expect([each, all.includes(MARK), all.toLowerCase().includes(MARK.toLowerCase())]).toEqual([
        each,
        false,
        false,
      ]);
    }
  });

  it('names the facilitator to the requester once it is booked, and to nobody else', () => {
    const naming = letters.filter(({ letter }) => letter.text.includes(NAMES.facilitator));
    expect(new Set(naming.map(({ each }) => each[1]))).toEqual(new Set(['requester']));
    expect(new Set(naming.map(({ request }) => request.state))).toEqual(new Set(['booked']));
    const others = letters.filter(({ letter }) => letter.text.includes(NAMES.asked));
    expect(others).toEqual([]);
  });

  it('has the same subject whatever it tells', () => {
    for (const { each, letter } of letters)
      expect([each, letter.subject]).toEqual([
        each,
        each[1] === 'requester' ? `Your JAGS request ${REFERENCE}` : `JAGS ${REFERENCE}`,
      ]);
  });

  it('says why it came, and that nothing of the family belongs into an answer', () => {
    for (const { each, letter } of letters) {
      expect([each, letter.text]).toEqual([each, expect.stringContaining('You get this because')]);
      expect(letter.text).toContain('Please do not write about the family by mail.');
    }
  });

  it('tells requesters, and only them, each time that what is urgent must not wait', () => {
    for (const { each, letter } of letters)
      expect([each, letter.text.includes(worseLine(policy))]).toEqual([each, each[1] === 'requester']);
  });

  it('speaks of no card, chat or button, which its reader has not', () => {
    for (const { each, letter } of letters)
      expect([each, letter.text]).toEqual([
        each,
        expect.not.stringMatching(/\bcards?\b|\bchat\b|\bbuttons?\b|\bsay "|undefined|\[object|NaN/i),
      ]);
  });

  it('has one link to the page of its reader; of what is over, none but to ask again', () => {
    for (const { each, letter, request, minted } of letters) {
      const links = letter.text.match(/https:\S+/g) ?? [];
      const isOver = each[2] === 'no-longer-theirs' || !isOpen(request);
      const expected = each[2] === 'no-longer-theirs' ? [] : [expect.stringContaining(PUBLIC_URL)];
      expect([each, links]).toEqual([each, expected]);
      const isEvaluation = each[2].startsWith('evaluation');
      expect([each, minted.length]).toEqual([each, isOver || isEvaluation ? 0 : 1]);
      if (isEvaluation) expect(links[0]).toMatch(new RegExp(`^${PUBLIC_URL}/evaluate/${ID}\\.[\\w-]{43}$`));
      if (isOver && links.length > 0) expect(links).toEqual([`${PUBLIC_URL}/request`]);
    }
  });

  it('says the same in plain text and in HTML', () => {
    for (const { letter } of letters) expect(read(letter.html)).toBe(letter.text.trim());
  });

  it('uses nothing in HTML but simple tags without style, script or picture', () => {
    for (const { letter } of letters) {
      const tags = new Set([...letter.html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag));
      for (const tag of tags)
        expect(['html', 'head', 'meta', 'title', 'body', 'p', 'br', 'a']).toContain(tag);
      expect(letter.html).not.toMatch(/\s(style|class|on\w+|src)=/);
    }
  });
});

/** What is told is told as it is now; what is not so (any more) is told to nobody. */
const ONLY_IN: Readonly<Partial<Record<MailNews, readonly (readonly [keyof typeof TO, ...string[]])[]>>> = {
  received: [
    [
      'requester',
      ...Object.entries(STANDINGS)
        .filter(([, request]) => isOpen(request))
        .map(([standing]) => standing),
    ],
  ],
  state: [['requester', ...Object.keys(STANDINGS)]],
  'dates-asked': [['requester', 'no time found', 'dates end soon']],
  'dates-reminder': [['requester', 'no time found', 'dates end soon']],
  'too-few': [['requester', 'booked, too few come']],
  'proposal-agreed': [['requester', 'booked, another time asked of somebody else']],
  'proposal-left': [['requester', 'booked, too few come']],
  'facilitator-missing': [['requester', 'booked, nobody has come']],
  asked: [
    ['facilitator', 'offered'],
    ['asked', 'booked, another time asked of somebody else', 'uncovered, another is asked'],
  ],
  'answer-reminder': [
    ['facilitator', 'offered'],
    ['asked', 'booked, another time asked of somebody else', 'uncovered, another is asked'],
  ],
  invited: [
    ['participant', ...Object.keys(STANDINGS).filter((standing) => /^(booked|uncovered)/.test(standing))],
  ],
  'cannot-come': [
    ['requester', ...Object.keys(STANDINGS).filter((standing) => /^(booked|uncovered)/.test(standing))],
  ],
  poll: [
    ['requester', 'polled'],
    ['participant', 'polled'],
  ],
  evaluation: [
    ['requester', 'held'],
    ['participant', 'held'],
  ],
  'evaluation-reminder': [
    ['requester', 'held'],
    ['participant', 'held'],
  ],
  theirs: [['facilitator', ...Object.keys(STANDINGS).filter((standing) => standing.startsWith('booked'))]],
};

it.each(Object.entries(ONLY_IN))('%s is told where it is so, and nowhere else', async (news, expected) => {
  const where = [];
  for (const to of ['requester', 'facilitator', 'asked', 'participant'] as const) {
    const standings = [];
    for (const standing of Object.keys(STANDINGS))
      if ((await told([standing, to, news as MailNews])).letter) standings.push(standing);
    if (standings.length > 0) where.push([to, ...standings]);
  }
  expect(where).toEqual(expected);
});

it('Nobody is told that a session is no longer theirs while it is', async () => {
  for (const [standing, request] of Object.entries(STANDINGS)) {
    const { letter } = await told([standing, 'facilitator', 'no-longer-theirs']);
    const isTheirs = ['offered', 'booked', 'held'].includes(request.state);
    expect([standing, letter === undefined]).toEqual([standing, isTheirs]);
  }
});

it.each<readonly [...Told, readonly string[]]>([
  [
    'booked',
    'requester',
    'state',
    ['Your session is booked, with Fred Fuchsia.', 'Tuesday 8 December 2026, 10:00 to 11:30 (London time).'],
  ],
  ['returned', 'requester', 'state', ['A coordinator has sent it back to you.']],
  ['submitted', 'requester', 'received', ['has come in.', 'You should hear by Thursday 26 November 2026.']],
  [
    'submitted, in their name',
    'requester',
    'received',
    ['in your name. Please open your page and say whether it was you'],
  ],
  ['no time found', 'requester', 'dates-asked', ['Please give other dates by Wednesday 9 December 2026.']],
  [
    'offered',
    'facilitator',
    'asked',
    ['Asked for by Hetty Heliotrope.', 'Please answer by 17:00 on Thursday 26 November 2026, on your page.'],
  ],
  [
    'booked, another time asked of somebody else',
    'asked',
    'asked',
    ['Thursday 10 December 2026, 10:00 to 11:30 (London time).'],
  ],
  [
    'polled',
    'participant',
    'poll',
    [
      'Wednesday 9 December 2026, 14:00 to 15:30 (London time).',
      'which of them would suit you, by 17:00 on Monday 30 November 2026',
      'Nothing is booked yet.',
    ],
  ],
  ['booked', 'participant', 'invited', ['Hetty Heliotrope has asked for', 'JAGS desk, 01632 960001']],
  ['booked', 'facilitator', 'session-reminder', [policy.openingPrompt, policy.closingPrompt]],
  [
    'closed: {"kind":"silent"}',
    'requester',
    'state',
    ['we asked you for other dates and had no answer', 'To ask for a JAGS again:'],
  ],
])('%s, to the %s: %s', async (standing, to, news, sentences) => {
  const { letter } = await told([standing, to, news]);
  for (const sentence of sentences) expect(letter?.text).toContain(sentence);
});

it('Whoever is told to call CADS reads the number, and nothing of why', async () => {
  const standing = Object.keys(STANDINGS).find((each) => each.includes('"door":"cads"'))!;
  const { letter } = await told([standing, 'requester', 'state']);
  expect(letter?.text).toContain('Call them today, on the line below.');
  expect(letter?.text).toContain(policy.cadsLine.replaceAll(' ', '\u00a0'));
  expect(letter?.text).not.toContain('new concern');
});

it('The letter to whoever gave an address has the safety line in full', async () => {
  const { mailer, mail } = await aMailOffice();
  await mailer.run({ kind: 'ask-link', mail: 'hetty.heliotrope@school.example' }, 'one');
  expect(mail.sent[0]?.text).toContain(safetyLine(policy));
});
