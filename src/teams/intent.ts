/**
 * What a typed sentence asks for. Only whole sentences of a known form count: a sentence that merely contains such
 * words, denies them, quotes them or goes on about something else is `unknown`, and the person is asked. Nothing is
 * decided by this alone: every intent opens something, and none changes anything.
 */

export type Intent =
  | 'request'
  | 'status'
  | 'withdraw'
  | 'choose'
  | 'help'
  | 'queue'
  | 'digest'
  | 'facilitating'
  | 'sessions'
  | 'use-channel'
  | 'unknown';

/** No sentence of ours is longer; what is longer tells a story, and is not read. */
const LONGEST = 100;

/** Somebody else's words, or words that are spoken about. An apostrophe inside a word is none. */
const QUOTED = /["“”„«»`>]|(?:^|\s)['‘]|['’](?:$|\s)/;

const GREETING = /^(?:hi|hiya|hello|hey|good (?:morning|afternoon|evening))(?: there| jags)?(?:[\s,.!]+|$)/;
const COURTESY = /[\s,]*\b(?:please|thank you(?: very much)?|thanks|many thanks|cheers)\b[\s,]*/g;

const JAGS = '(?:jags|joint agency group supervision)(?: session| meeting)?';
const A_JAGS = `(?:(?:a|an|another|one) )?(?:new )?${JAGS}`;
const A_REQUEST = `(?:(?:a|another|the) )?(?:new )?(?:${JAGS} )?request(?: for ${A_JAGS})?`;
const WISH = `(?:(?:i|we) (?:want|need|would like)|(?:i'd|we'd) (?:like|love))`;
/** What begins a wish to do something, or asks whether one may. */
const WISH_TO = `(?:${WISH} to|(?:can|could|may) (?:i|we)|(?:can|could|will|would) you)`;
const GETTING = '(?:request|ask for|book(?: in)?|arrange|organise|organize|set up|have|get)';
const MAKING = '(?:make|start|send|submit|put in)';
const DAY = '(?:monday|tuesday|wednesday|thursday|friday)';
const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const WHEN = `(?: (?:soon|today|tomorrow|as soon as possible|asap|(?:for |in |on |some time )?(?:(?:next|this) (?:week|month|term|${DAY})|${DAY}|${MONTH})))?`;
const FOR_WHOM =
  '(?: (?:for (?:us|me|(?:a|one|our|my) (?:family|case|team))|about a family|with other agencies))?';

const MINE = `(?:my|our)(?: last| latest)? (?:${JAGS} )?(?:requests?|${JAGS})`;
const ENDING = '(?:cancel|withdraw|delete|remove|take back|call off)';

/** Each a whole sentence, in small letters, without greeting, courtesy and the point at its end. */
const SENTENCES: Readonly<Record<Exclude<Intent, 'unknown'>, readonly string[]>> = {
  request: [
    `${GETTING} ${A_JAGS}${FOR_WHOM}${WHEN}`,
    `(?:${MAKING} )?${A_REQUEST}${WHEN}`,
    `${WISH} ${A_JAGS}${FOR_WHOM}${WHEN}`,
    `${WISH_TO} ${GETTING} ${A_JAGS}${FOR_WHOM}${WHEN}`,
    `${WISH_TO} ${MAKING} ${A_REQUEST}${WHEN}`,
    `${WISH_TO} request (?:it|one)`,
  ],
  status: [
    `(?:(?:show|list|see|open)(?: me)? )?${MINE}`,
    `${WISH_TO} (?:see|look at|check|show me) ${MINE}`,
    `(?:what is |what's )?(?:the )?status(?: of ${MINE})?`,
    `(?:where is|where's|where are|how is|how's|how are) ${MINE}(?: doing| going| getting on| now)?`,
    `what (?:happened|has happened|is happening)(?: to| with) ${MINE}`,
    `what's happening (?:to|with) ${MINE}`,
    `(?:is there )?any (?:news|update) (?:on|about|of) ${MINE}`,
    `(?:is|has|was) ${MINE} (?:been )?(?:approved|booked|decided|confirmed|read|received)(?: yet)?`,
    `(?:did you get|have you got|have you received) ${MINE}`,
    `when is ${MINE}`,
  ],
  withdraw: [
    `${ENDING} ${MINE}`,
    `${WISH_TO} ${ENDING} ${MINE}`,
    `how (?:do|can) (?:i|we) ${ENDING} ${MINE}`,
    'withdraw',
  ],
  choose: [
    '(?:can you |could you )?help me (?:to )?(?:choose|decide)',
    '(?:which|what) (?:one|door|meeting|kind of supervision) (?:do|should) (?:i|we) (?:need|choose|use|ask for)',
    `is (?:(?:a|this a) )?${JAGS} (?:right|the right (?:thing|one|door|meeting|way))(?: for (?:me|us|this))?`,
    `(?:do (?:i|we) need|should (?:i|we) ${GETTING}) ${A_JAGS}`,
    `(?:${JAGS} or tafs|tafs or ${JAGS})`,
  ],
  help: [
    '(?:can you |could you |i need )?help(?: me)?',
    `(?:what is|what's) ${A_JAGS}(?: for)?`,
    'what does jags (?:mean|stand for)',
    'what (?:can|do) you do',
    'how does (?:this|it|a jags) work',
    `how (?:do|can) (?:i|we) ${GETTING} ${A_JAGS}`,
    'who are you',
  ],
  queue: [
    '(?:(?:show|open|see)(?: me)? )?(?:the |our )?(?:request )?queue',
    "(?:what is|what's) (?:in the queue|waiting)",
    '(?:(?:show|list)(?: me)? )?(?:the )?(?:open|waiting) requests',
  ],
  digest: [
    "(?:(?:show|open|see)(?: me)? )?(?:the |today's |this morning's )?digest",
    'this morning',
    'what needs (?:me|us) (?:today|this morning)',
  ],
  facilitating: [
    '(?:(?:show|see|open)(?: me)? )?my (?:facilitating|availability|hours|training)',
    'facilitating',
    '(?:i (?:want|need|would like) to )?(?:pause|take a break)(?: (?:from )?facilitating)?',
    `${WISH_TO} (?:pause|take a break from|change) (?:my )?(?:facilitating|availability|hours)`,
  ],
  sessions: [
    `(?:(?:show|list|see|open)(?: me)? )?(?:my|our)(?: next| coming| jags)? sessions?`,
    `${WISH_TO} (?:see|look at|check|show me) (?:my|our)(?: next| coming| jags)? sessions?`,
    '(?:when|where) (?:is|are) (?:my|our)(?: next)? sessions?',
    "i (?:can't|cannot) (?:come|make it)(?: to (?:my|our|the) session)?",
  ],
  'use-channel': ['use this channel(?: for (?:the )?requests)?'],
};

const FORMS = Object.entries(SENTENCES).map(([intent, sentences]) => ({
  intent: intent as Intent,
  form: new RegExp(`^(?:${sentences.join('|')})$`),
}));

/** @param text what was typed, without the mention of the bot itself. */
export function intentOf(text: string): Intent {
  const said = plain(text);
  if (said === undefined) return 'unknown';
  if (said === '') return greets(text) ? 'help' : 'unknown';
  const meant = FORMS.filter(({ form }) => form.test(said)).map(({ intent }) => intent);
  // What could mean two things means none.
  return meant.length === 1 ? meant[0]! : 'unknown';
}

/** The sentence without what makes no difference; undefined when it is no single sentence of one's own. */
function plain(text: string): string | undefined {
  const typed = spelt(text);
  if (typed.length > LONGEST || typed.includes('\n') || QUOTED.test(typed)) return undefined;
  return typed
    .replace(/ +/g, ' ')
    .replace(GREETING, '')
    .replace(/[\s.!?]+$/, '')
    .replace(COURTESY, ' ')
    .replace(/[\s.!?]+$/, '')
    .trim();
}

function greets(text: string): boolean {
  return GREETING.test(spelt(text));
}

/** One way to write each letter, space and apostrophe, and nothing that cannot be seen. */
function spelt(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/&nbsp;/g, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/(?<=\p{L})[’‘](?=\p{L})/gu, "'")
    .trim()
    .toLowerCase();
}
