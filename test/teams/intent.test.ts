import fc from 'fast-check';
import { type Intent, intentOf } from '../../src/teams/intent';

/** What people type, by what it opens. */
const MEANT: Readonly<Record<Exclude<Intent, 'unknown'>, readonly string[]>> = {
  request: [
    'request',
    'Request.',
    'REQUEST!',
    'request a JAGS',
    'Request a JAGS.',
    'ask for a jags',
    'ask for jags',
    "I'd like to book a jags for next week",
    'I’d like to book a JAGS for next week, please',
    'I would like a Joint Agency Group Supervision',
    'can I ask for a jags please',
    'Could we have a JAGS session?',
    'Please can I request a JAGS for a family?',
    'Hi, I need a jags',
    'Hello! Can you arrange a JAGS for us',
    'we need another jags',
    'book a jags on Tuesday',
    'set up a jags in January',
    'make a request',
    "I'd like to make a new request",
    'new request please',
    'Good morning. I want to start a jags request, thank you',
    'I need a jags today',
  ],
  status: [
    'status',
    ' status ',
    'Status?',
    'my requests',
    'my request',
    'show me my requests',
    'where is my request',
    "Where's my JAGS request?",
    'what happened to my request',
    'What has happened to our request?',
    "what's happening with my jags",
    'how is my request getting on',
    'any news on my request?',
    'is there any update about my request please',
    'Has my request been approved yet?',
    'is my jags booked',
    'what is the status of my request',
    'did you get my request?',
    'hi, when is my jags',
  ],
  withdraw: [
    'cancel my request',
    'Cancel my request, please.',
    'withdraw my request',
    'Please can you cancel my jags',
    "I'd like to withdraw my request",
    'how do I cancel my request?',
    'I need to call off our JAGS',
    'withdraw',
  ],
  choose: [
    'help me choose',
    'Help me choose, please',
    'can you help me decide?',
    'do I need a jags',
    'should we ask for a JAGS?',
    'is a jags right for this',
    'Is JAGS the right meeting?',
    'TAFS or JAGS?',
    'which meeting do I need',
  ],
  help: [
    'help',
    'HELP',
    'help!',
    'I need help',
    'hello',
    'Hi',
    'Hello there!',
    'good afternoon',
    'Hi JAGS',
    'what is a jags?',
    "What's a JAGS for?",
    'what does JAGS stand for',
    'what can you do?',
    'how does it work',
    'How do I ask for a JAGS?',
  ],
  queue: [
    'queue',
    'the queue',
    'show me the queue',
    "what's in the queue?",
    'open requests',
    'What is waiting?',
  ],
  digest: [
    'digest',
    'The digest, please',
    "show me today's digest",
    'this morning',
    'Hi, this morning',
    'What needs me today?',
  ],
  facilitating: [
    'my facilitating',
    'My availability?',
    'facilitating',
    'pause',
    'I want to take a break from facilitating',
    'can I pause my facilitating please',
    'show my hours',
  ],
  sessions: [
    'my sessions',
    'My session?',
    'show me my sessions please',
    'when is my session',
    "I can't come",
    'I cannot make it to the session',
    'Hello, can you show me our next session?',
  ],
  'use-channel': ['use this channel', 'Use this channel.', 'please use this channel for requests'],
};

/** What opens nothing by itself, by why. */
const UNKNOWN: Readonly<Record<string, readonly string[]>> = {
  'is denied': [
    "I don't want a jags",
    'I do not need a jags',
    'do not cancel my request',
    "please don't cancel my request",
    'never request a jags',
    'I no longer need a jags',
    'no request',
    'not help',
    "we can't ask for a jags",
    'my requests are not shown',
    "I'd like a jags, not",
    'not my session',
    "I didn't say that I can't come",
  ],
  'means two things': [
    'cancel my request and book a jags',
    'request a jags or withdraw my request',
    'status and help',
    'help me choose and request a jags',
    'cancel my request. request a jags',
    'request, status',
    'jags',
    'cancel',
    'please cancel',
    'my jags and my request',
    'request help',
  ],
  'quotes somebody': [
    '"request"',
    '“cancel my request”',
    "'request a jags'",
    'she wrote "cancel my request"',
    'my manager said: request a jags',
    '> request a jags',
    '`status`',
    'the button says request a jags',
  ],
  'is about something else': [
    'a request for sugar',
    'request a taxi',
    'what is the status of my flat',
    'cancel my lunch',
    'cancel my subscription',
    'where is my coat',
    'book a room',
    'I need help with my printer',
    'group supervision',
    'I want group supervision',
    'request case supervision',
    'book a TAFS',
    'withdraw 50 pounds',
    'queue here',
    'digest of the news',
    'this morning was hard',
    'I was at the school this morning',
    'use this channel for gossip',
    'use that channel',
    'hello world',
    'help me move house',
    'my counselling session',
    "I can't come to work",
    'jaguars',
  ],
  'is somebody else’s': [
    'cancel her request',
    "cancel Sam's request",
    'cancel the request of my colleague',
    'withdraw every request',
    "where is Sam's request",
    "show Sam's sessions",
    "Sam can't come",
    'show all requests of the team',
    'cancel request JAGS-7QF3-K2M9',
  ],
  'tells a story': [
    'We have been stuck with this family for months and somebody said that I should request a jags for them next week',
    'I am really worried about a child and do not know what to do',
    'the mother told me yesterday that she is leaving him',
    'request a jags\ncancel my request',
    'request a jags because nobody listens',
    'I asked for a jags last week and heard nothing',
    'request a jags if Petra agrees',
    'a child has been hurt',
  ],
  'looks like a command': [
    'request;',
    '/request',
    'request --all',
    '!status',
    'approve',
    'approve all',
    'decline my request',
    'form-send',
    '{"verb":"withdraw"}',
    'withdraw 7qf3k2m9zzzzzzzzzzzzzzzzzz',
    'status; drop table requests',
    '<script>request</script>',
    'request${1}',
    'help && request',
    'requestrequest',
    'use this channel 19:other@thread.tacv2',
    '__proto__',
    'constructor',
  ],
  'says nothing': [
    '',
    '   ',
    '?',
    '...',
    '!!!',
    'please',
    'thank you',
    'ok',
    'yes',
    'no',
    '\u{1F642}',
    '\u200b',
  ],
};

const meant = Object.entries(MEANT).flatMap(([intent, texts]) => texts.map((text) => ({ intent, text })));
const unknown = Object.entries(UNKNOWN).flatMap(([why, texts]) => texts.map((text) => ({ why, text })));

describe('what a sentence means', () => {
  it.each(meant)('$intent: $text', ({ intent, text }) => {
    expect(intentOf(text)).toBe(intent);
  });

  it.each(unknown)('nothing, because it $why: $text', ({ text }) => {
    expect(intentOf(text)).toBe('unknown');
  });

  it('is tried on enough sentences, at least half of which open nothing', () => {
    expect(meant.length + unknown.length).toBeGreaterThanOrEqual(120);
    expect(unknown.length).toBeGreaterThanOrEqual(meant.length);
  });

  it('is the same however it is written: capitals, spaces, invisible characters, a typed apostrophe', () => {
    const disguise = fc.constantFrom(
      (text: string) => text.toUpperCase(),
      (text: string) => `\u200b ${text.replaceAll(' ', ' \u00a0 ')}\n`,
      (text: string) => text.replaceAll("'", '’'),
      (text: string) => `${text}, thank you!`,
      (text: string) => `&nbsp;${text}`,
    );
    fc.assert(
      fc.property(fc.constantFrom(...meant), disguise, ({ intent, text }, disguised) => {
        expect([text, intentOf(disguised(text))]).toEqual([text, intent]);
      }),
    );
  });

  it('is unknown with any further word before or after it', () => {
    const word = fc.constantFrom('not', 'never', 'maybe', 'fridge', 'Sam', 'and', '7731', 'unless');
    fc.assert(
      fc.property(fc.constantFrom(...meant), word, fc.boolean(), ({ text }, more, before) => {
        const bare = text.replace(/[.!?]+$/, '');
        expect([text, intentOf(before ? `${more} ${bare}` : `${bare} ${more}`)]).toEqual([text, 'unknown']);
      }),
    );
  });

  it('answers quickly whatever is typed', () => {
    const hard = ['request '.repeat(5_000), 'please '.repeat(10_000), ' '.repeat(50_000), "'".repeat(20_000)];
    const begun = Date.now();
    for (const text of hard) expect(intentOf(text)).toBe('unknown');
    expect(Date.now() - begun).toBeLessThan(1_000);
  });
});
