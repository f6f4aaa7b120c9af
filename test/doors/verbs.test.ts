/** Every verb of the bot, pressed by everybody on a request of each kind, through the real bot: against the table of rules.ts. */
import { DECLINE_CHOICES } from '../../src/wording/declining';
import type { Request, State } from '../../src/domain/request';
import { VERBS } from '../../src/teams/commands';
import { REFUSALS, TROUBLE } from '../../src/teams/wording/refusals';
import { requests } from '../domain/decided';
import { somePoll } from '../some-poll';
import { wordsOn } from '../teams/card-in-hand';
import { type Office, openOffice } from '../teams/office';
import { AS } from './people';
import { PEOPLE, type PersonRole, VERB_RULES } from './rules';

/** Told to whoever has nothing to do with it. */
const WHO = (
  [
    ...(['coordinators-only', 'requester-only', 'facilitator-only', 'not-their-session'] as const),
    ...(['not-taking-part', 'not-asked', 'not-found', 'not-offered'] as const),
  ] as const
).map((refused) => REFUSALS[refused]);

/** Everything any card sends; each verb reads what is its own. */
const SENT = {
  ...{ attempt: 1, at: somePoll().at, round: 1, match: '1-1', coming: true, basedOn: 0, start: 0, from: 0 },
  ...{ text: 'x', arrangements: 'bsl', to: AS.colleague.id, until: '2027-01-08', reason: 'circumstances' },
};
const OTHERWISE: Readonly<Record<string, object>> = {
  decline: { reason: DECLINE_CHOICES[0]!.value },
  // None of the times suits.
  'answer-poll': { none: true },
  'not-held': { reason: 'technical' },
  'not-held-own': { reason: 'technical' },
};
/** Where it can be done; booked when absent. */
const STATE: Readonly<Record<string, State>> = {
  ...Object.fromEntries(
    [
      'change',
      'new-dates',
      'approve',
      'decline',
      'look-again',
      'start-poll',
      'return',
      'edit',
      'answer-poll',
    ].map((verb) => [verb, 'submitted']),
  ),
  accept: 'offered',
  ...{ 'not-held': 'held', 'not-held-own': 'held', 'record-session': 'held', 'record-session-form': 'held' },
  'show-evaluation': 'held',
};

/** About one request, by who may do it. */
const RULED = VERBS.filter((verb) => VERB_RULES[verb] !== 'own' && verb !== 'queue');

describe('a verb', () => {
  let office: Office;
  let made = 0;
  beforeAll(async () => void (office = await openOffice({ publicUrl: 'https://jags.example.org' })));
  afterAll(() => office.close());

  async function has(state: State): Promise<Request> {
    const { id, mail } = AS.colleague;
    const { requester } = requests[state];
    const next = {
      ...requests[state],
      ...(state === 'submitted' && { poll: somePoll({ asked: [AS.requester.mail, AS.participant.mail] }) }),
      id: `matrix${String((made += 1)).padStart(10, '0')}`,
      requester: { ...requester, colleague: { id, mail } },
    } as Request;
    await office.store.enter(next.id, next.requester.id);
    await office.store.save({
      next,
      effects: [],
      audit: { at: office.clock.now(), by: 'system', what: 'submit' },
    });
    return next;
  }

  async function pressed(verb: string, role: PersonRole) {
    const request = await has(STATE[verb] ?? 'booked');
    const data = { ...SENT, ...OTHERWISE[verb], request: request.id };
    const { card, text = '' } = await office.executes(AS[role], { type: 'Action.Execute', verb, data });
    const after = (await office.store.load(request.id))?.request;
    return {
      words: card ? wordsOn(card) : text,
      isRefused: WHO.some((sentence) => (card ? wordsOn(card) : text).includes(sentence)),
      hasChanged: JSON.stringify(after) !== JSON.stringify(request),
    };
  }

  it.each(RULED.flatMap((verb) => PEOPLE.map((role) => [verb, role] as const)))(
    '%s as %s',
    async (verb, role) => {
      const { words, isRefused, hasChanged } = await pressed(verb, role);
      expect(words).not.toBe('');
      expect([TROUBLE.unreadable, TROUBLE.outOfDate]).not.toContain(words);
      if ((VERB_RULES[verb] as readonly string[]).includes(role))
        expect({ isRefused, words }).toMatchObject({ isRefused: false });
      else expect({ isRefused, hasChanged, words }).toMatchObject({ isRefused: true, hasChanged: false });
    },
  );

  it.each(PEOPLE)('queue as %s', async (role) => {
    const data = { state: 'all', age: 'all', from: 0 };
    const { card, text = '' } = await office.executes(AS[role], {
      type: 'Action.Execute',
      verb: 'queue',
      data,
    });
    if (role === 'coordinator') expect(card).toBeDefined();
    else expect(text).toBe(REFUSALS['coordinators-only']);
  });

  it.each(VERBS)('%s of nobody is answered to nobody', async (verb) => {
    const request = await has(STATE[verb] ?? 'booked');
    const data = { ...SENT, ...OTHERWISE[verb], request: request.id };
    const { aadObjectId: _id, ...from } = office.activityOf(AS.requester).from!;
    const { body } = await office.receive({
      ...office.activityOf(AS.requester),
      ...{ from, type: 'invoke', name: 'adaptiveCard/action' },
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    });
    expect(JSON.stringify(body)).toContain(TROUBLE.unknownPerson);
    expect((await office.store.load(request.id))?.request).toEqual(request);
  });
});
