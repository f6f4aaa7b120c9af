import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decide } from '../../src/domain/decide';
import { isRefusal } from '../../src/domain/decisions/decision';
import {
  anotherFacilitator,
  aRequest,
  aStranger,
  theCoordinator,
  theFacilitator,
  theRequester,
} from '../builders';
import { asExpected, TABLE } from './decide-table';
import { addressed, commands, entitled, KINDS, refusedOf, requests, STATES } from './decided';

describe('The state machine', () => {
  const cells = KINDS.flatMap((kind) => STATES.map((state) => [kind, state] as const));

  it.each(cells)('%s on a request that is %s', (kind, state) => {
    const request =
      kind === 'matches-found' && state === 'submitted' ? aRequest.searching() : requests[state];
    const command = addressed(commands[kind]);
    const decision = decide(request, command, entitled(command));
    const got = isRefusal(decision) ? decision.refused : asExpected(request, decision.next, decision.effects);
    expect(got).toStrictEqual(TABLE[kind][state]);
  });

  it('has a row for every state and command there is', () => {
    const sourceOf = (file: string) => readFileSync(join(__dirname, '../../src/domain', file), 'utf8');
    const source = sourceOf('request.ts');
    const waiting = sourceOf('waiting.ts');
    const evaluating = sourceOf('evaluating.ts');
    const outlook = sourceOf('outlook.ts');
    const inOutlook = outlook.slice(
      outlook.indexOf('export type OutlookCommand'),
      outlook.indexOf('export type OutlookEffect'),
    );
    const proposal = sourceOf('proposal.ts');
    const proposing = proposal.slice(
      proposal.indexOf('type ProposalCommand'),
      proposal.indexOf('PROPOSAL_REFUSALS'),
    );
    const taking = sourceOf('taking-part.ts');
    const polling = sourceOf('poll.ts');
    const between = (from: string, to: string) => source.slice(source.indexOf(from), source.indexOf(to));
    const named = (text: string, field: string) =>
      [...text.matchAll(new RegExp(`readonly ${field}: '([a-z-]+)'`, 'g'))].map(([, name]) => name!);
    expect(STATES.toSorted()).toEqual(named(source, 'state').sort());
    const declared = [
      ...named(between('export type PersonCommand', '/** A command on one request'), 'kind'),
      ...named(sourceOf('submission.ts'), 'kind'),
      ...named(inOutlook, 'kind'),
      ...named(proposing, 'kind'),
      ...named(taking, 'kind'),
      ...named(polling.slice(0, polling.indexOf('export type PollEffect')), 'kind'),
      ...named(waiting.slice(waiting.indexOf('export type WaitOutcome')), 'kind'),
      ...named(evaluating.slice(evaluating.indexOf('export type EvaluationOutcome')), 'kind'),
    ].sort();
    expect(declared.length).toBeGreaterThan(10);
    expect(KINDS.toSorted()).toEqual(declared);
    expect(Object.keys(TABLE).sort()).toEqual(declared);
  });

  it.each(KINDS.filter((kind) => kind !== 'submit'))('%s on no request at all is not found', (kind) => {
    expect(refusedOf(undefined, addressed(commands[kind]))).toBe('not-found');
  });
});

describe('Who may', () => {
  const forCoordinators = [
    'approve',
    'appoint',
    'replace',
    'keep-time',
    'take-over',
    'put-back',
    'put-list-right',
    'arrange-anew',
    'decline',
    'look-again',
    'relax',
    'return',
    'edit',
    'note',
    'transfer',
    'cancel',
    'agree-proposal',
    'refuse-proposal',
  ] as const;
  it.each(
    forCoordinators.flatMap((kind) =>
      [theRequester, theFacilitator, aStranger].map((by) => [kind, by.name, by] as const),
    ),
  )('%s: not %s, in any state', (kind, _name, by) => {
    for (const state of STATES)
      expect(refusedOf(requests[state], addressed(commands[kind], by))).toBe('coordinators-only');
  });

  it.each([theCoordinator, theFacilitator, aStranger])(
    'change or withdraw: not $name, in any state',
    (by) => {
      for (const state of STATES) {
        expect(refusedOf(requests[state], addressed(commands.withdraw, by))).toBe('requester-only');
        expect(refusedOf(requests[state], addressed(commands.change, by))).toBe('requester-only');
        const proposes = addressed(commands['propose-participants'], by);
        expect(refusedOf(requests[state], proposes)).toBe('requester-only');
      }
    },
  );

  it.each([theRequester, theCoordinator, anotherFacilitator, aStranger])(
    'accept or say cannot: not $name',
    (by) => {
      for (const state of ['approved', 'offered', 'booked', 'uncovered', 'held'] as const) {
        expect(refusedOf(requests[state], addressed(commands.accept, by))).toBe('facilitator-only');
        expect(refusedOf(requests[state], addressed(commands.cannot, by))).toBe('facilitator-only');
      }
    },
  );

  it.each([theRequester, anotherFacilitator, aStranger])(
    'say that it did not take place: not $name',
    (by) => {
      for (const state of STATES)
        expect(refusedOf(requests[state], addressed(commands['not-held'], by))).toBe(
          state === 'closed' ? 'closed' : 'not-their-session',
        );
    },
  );

  it('say that it did not take place: its facilitator, and any coordinator', () => {
    for (const by of [theFacilitator, theCoordinator])
      expect(refusedOf(requests.held, addressed(commands['not-held'], by))).toBe('accepted');
  });

  it('learns nothing of a request by sending a form under its id, unless it is their own', () => {
    for (const state of STATES)
      expect(refusedOf(requests[state], addressed(commands.submit, aStranger))).toBe('not-found');
  });
});
