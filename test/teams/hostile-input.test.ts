import fc from 'fast-check';
import { coordinators, practitioners } from '../sandbox/people';
import { press, wordsOn } from './card-in-hand';
import { FILLED, NEXT, openForm } from './form-steps';
import { type Office, openOffice, textOf } from './office';
import { current, submitted } from './session-steps';

const [petra, sam] = practitioners;
const [cora] = coordinators;

/** Opened by one button, sent by another. */
const DIALOGS = ['return', 'edit', 'note', 'transfer'] as const;

const VERBS = [
  'ask',
  'help',
  'find',
  'status',
  'guide',
  'guide-answer',
  'safety',
  'reported',
  'form-next',
  'form-back',
  'form-send',
  'form-add',
  'form-remove',
  'open',
  'session',
  'withdraw',
  'coordinate',
  'queue',
  'approve',
  'decline',
  'look-again',
  'cancel',
  'not-held',
  'not-held-own',
  'record-session-form',
  'record-session',
  'show-evaluation',
  'talk-over',
  'evaluate',
  'facilitator-missing',
  'facilitator-missing-own',
  'attend',
  'ask-arrangements',
  'ask-arrangements-own',
  'answer-poll',
  'start-poll',
  'propose-participants-form',
  'propose-participants',
  'agree-proposal',
  'refuse-proposal',
  ...DIALOGS,
  ...DIALOGS.map((verb) => `${verb}-form` as const),
  'reason',
  'history',
  'ask-again',
  'change',
  'form-copy',
  'accept',
  'cannot',
] as const;

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

function execute(verb: string, data: object, person = petra) {
  return office.executes(person, { type: 'Action.Execute', verb, data: data as Record<string, unknown> });
}

describe('what nobody should be able to send', () => {
  it.each(['made-up', '', 'constructor', '__proto__', 'toString', 'approve '])(
    'an unknown verb: "%s"',
    async (verb) => {
      expect(await execute(verb, {})).toMatchObject({
        status: 400,
        text: expect.stringContaining('out of date') as string,
      });
    },
  );

  it('an unknown verb from an old client', async () => {
    const [message] = await office.submits(petra, { verb: 'made-up' });
    expect(textOf(message)).toContain('out of date');
  });

  it.each([
    ['open', { request: 7 }],
    ['open', { request: { toString: 'x' } }],
    ['open', { request: '../other' }],
    ['open', { request: 'short' }],
    ['open', {}],
    ['approve', { request: 'request1', match: ['1-1'] }],
    ['decline', { request: 'request1', reason: 'because' }],
    ['cancel', { request: 'request1', attempt: 1, reason: 'technical' }],
    ['cancel', { request: 'request1', attempt: 1 }],
    ['not-held', { request: 'request1', attempt: 1, reason: 'too-few' }],
    ['not-held-own', { request: 'request1', attempt: 1, reason: 'Nora did not come' }],
    ['record-session', { request: 'request1' }],
    ['record-session', { request: 'request1', attempt: 1, came: ['cs'] }],
    ['record-session', { request: 'request1', attempt: 1, concern: 'He said' }],
    ['show-evaluation', { request: '../other' }],
    ['evaluate', {}],
    ['evaluate', { token: 'x', start: 0, end: 'later' }],
    ['evaluate', { token: 'x'.repeat(1_000), start: 0, end: 1 }],
    ['facilitator-missing', { request: 'request1' }],
    ['agree-proposal', { request: 'request1' }],
    ['refuse-proposal', { request: 'request1', at: '1' }],
    ['propose-participants', { request: 'request1', removed: ['a@b.example'] }],
    ['facilitator-missing-own', { request: 'request1', start: '2026-12-08' }],
    ['accept', { request: 'request1', attempt: '1' }],
    ['accept', { request: 'request1', attempt: 1.5 }],
    ['status', { from: -1 }],
    ['queue', { from: 0.5 }],
    ['queue', { state: 'constructor' }],
    ['queue', { age: ['overdue'] }],
    ['safety', {}],
    ['safety', { answer: 'maybe' }],
    ['safety', { answer: 'no', again: '../other' }],
    ['ask-again', { request: 7 }],
    ['form-copy', {}],
    [
      'form-send',
      { draft: '{"nonce":"nonce-nonce-nonce-nonce","riskKnown":false,"added":[],"followUpOf":"../x"}' },
    ],
    ['form-send', {}],
    ['form-send', { draft: '{' }],
    ['form-send', { draft: '{"nonce":"x","riskKnown":"no","added":{}}' }],
    [
      'form-next',
      { draft: '{"nonce":"nonce-nonce-nonce","riskKnown":false,"added":[],"typed":{"reason":{}}}' },
    ],
    ['form-back', { draft: '{"nonce":"nonce-nonce-nonce","riskKnown":false,"added":[],"typed":[]}' }],
    ['form-remove', { draft: 'null', person: 99 }],
  ])('data of another shape: %s %j', async (verb, data) => {
    const reply = await execute(verb, data, cora);
    expect(reply).toMatchObject({
      status: 400,
      text: expect.stringContaining('could not be read') as string,
    });
  });

  it('a megabyte', async () => {
    const { card } = await openForm(office);
    const before = office.store.all().length;
    const reply = await office.executes(
      petra,
      press(card, NEXT, { ...FILLED, reason: 'x'.repeat(1_000_000) }),
    );
    expect(reply).toMatchObject({
      status: 400,
      text: expect.stringContaining('could not be read') as string,
    });
    expect(office.store.all()).toHaveLength(before);
  });

  it("somebody else's id in the data: it counts for nothing", async () => {
    const { id } = await submitted(office);
    const data = {
      request: id,
      by: { id: petra.id, name: 'Petra Practice' },
      from: petra.id,
      requester: petra.id,
    };
    expect(await execute('withdraw', data, sam)).toMatchObject({ status: 400 });
    const asCoordinator = {
      request: id,
      match: '1-1',
      by: { id: cora.id },
      coordinator: true,
      roles: ['coordinator'],
    };
    expect(await execute('approve', asCoordinator, sam)).toMatchObject({ status: 400 });
    expect(current(office, id).state).toBe('submitted');
  });

  it.each([
    ['open', {}, 'open', 'requester-only'],
    ['withdraw', {}, 'withdraw', 'requester-only'],
    ['coordinate', {}, 'coordinate', 'coordinators-only'],
    ['approve', { match: '1-1' }, 'approve', 'coordinators-only'],
    ['accept', { attempt: 1 }, 'accept', 'not-offered'],
    ['approve', { match: ['1-1'] }, 'approve', 'unreadable'],
    ['cancel', { attempt: 1, reason: 'too-few' }, 'cancel', 'coordinators-only'],
    ['not-held', { attempt: 1, reason: 'other' }, 'not-held', 'coordinators-only'],
    ['not-held-own', { attempt: 1, reason: 'other' }, 'not-held', 'not-their-session'],
    ['not-held-own', { attempt: 1, reason: 'because' }, 'not-held', 'unreadable'],
    ['record-session', { attempt: 1 }, 'record-session', 'not-their-session'],
    ['record-session-form', {}, 'record-session', 'not-their-session'],
    ['record-session', { attempt: 'x' }, 'record-session', 'unreadable'],
    ['show-evaluation', {}, 'open', 'not-their-session'],
    ['facilitator-missing', { start: 1 }, 'facilitator-missing', 'not-taking-part'],
    ['facilitator-missing-own', { start: 'x' }, 'facilitator-missing', 'unreadable'],
    ['agree-proposal', { at: 1 }, 'agree-proposal', 'coordinators-only'],
    ['refuse-proposal', { at: 1 }, 'refuse-proposal', 'coordinators-only'],
    ['propose-participants', {}, 'propose-participants', 'requester-only'],
    ['made-up', {}, 'unknown', 'unreadable'],
  ])('what a known person tried on a request is in its audit: %s %j', async (verb, data, what, refused) => {
    const { id } = await submitted(office);
    expect(await execute(verb, { request: id, ...data }, sam)).toMatchObject({ status: 400 });
    const by = { id: sam.id, name: sam.name };
    expect((await office.store.history(id)).at(-1)).toMatchObject({ by, what, refused });
  });

  it('a dialog with the reason: refused to everybody else, and in the audit', async () => {
    const { id } = await submitted(office);
    const data = { verb: 'reason', request: id };
    const reply = await office.executes(sam, { type: 'Action.Submit', verb: 'reason', data });
    expect(wordsOn(reply.card)).toContain('Only NSCP coordinators');
    expect((await office.store.history(id)).at(-1)).toMatchObject({ what: 'reason', by: { id: sam.id } });
  });

  it('a match that was never offered: refused, and in the audit', async () => {
    const { id } = await submitted(office);
    await execute('approve', { request: id, match: '9-9' }, cora);
    expect((await office.store.history(id)).at(-1)).toMatchObject({
      what: 'approve',
      by: { id: cora.id },
      refused: 'matches-outdated',
    });
  });

  it('a request that does not exist', async () => {
    for (const verb of ['open', 'withdraw', 'coordinate', 'look-again'])
      expect(await execute(verb, { request: 'nosuchrequest' }, cora)).toMatchObject({
        status: 400,
        text: expect.stringContaining('No such request') as string,
      });
  });

  it('reaching for the prototype', async () => {
    const data = JSON.parse(
      '{"__proto__":{"coordinator":true},"constructor":{"prototype":{"polluted":1}},"request":"nope"}',
    ) as object;
    await execute('open', data);
    await execute('form-send', data);
    expect({}).not.toHaveProperty('polluted');
    expect({}).not.toHaveProperty('coordinator');
  });

  it('activities with nothing, or the wrong thing, where data should be', async () => {
    const odd = [
      null,
      'text',
      7,
      [],
      { action: null },
      { action: { verb: 7 } },
      { data: null },
      { action: { verb: 'open', data: null } },
    ];
    for (const value of odd)
      for (const shape of [
        { type: 'invoke', name: 'adaptiveCard/action' },
        { type: 'invoke', name: 'task/fetch' },
        { type: 'message', text: '' },
      ]) {
        const { status } = await office.receive({ ...office.activityOf(petra), ...shape, value });
        expect([shape, value, status]).toEqual([shape, value, 200]);
      }
  });

  it('anything at all: always an answer, never a change to what others have', async () => {
    const before = await submitted(office);
    const anything = fc.record({
      verb: fc.constantFrom(...VERBS),
      data: fc.oneof(
        fc.object({ maxDepth: 2 }),
        fc.record({
          request: fc.constant(before.id),
          attempt: fc.integer(),
          match: fc.string(),
          person: fc.integer(),
        }),
      ),
    });
    await fc.assert(
      fc.asyncProperty(anything, async ({ verb, data }) => {
        const reply = await execute(verb, data, sam);
        expect(reply.status === 200 || reply.status === 400).toBe(true);
        expect(current(office, before.id)).toEqual(before);
      }),
      { numRuns: 60 },
    );
    expect(office.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
