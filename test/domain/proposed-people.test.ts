/** Other people for a session, one by one: what is said of each of those added, and whom a coordinator can agree to. */
import type { ParticipantAnswer } from '../../src/domain/form';
import type { FormProblem } from '../../src/domain/form-fields';
import { LONGEST_NAME } from '../../src/domain/form-people';
import type { Participant } from '../../src/domain/people';
import { defaultPolicy } from '../../src/domain/policy';
import {
  checkProposal,
  misfit,
  type ProposalAnswers,
  proposalMark,
  wantedBy,
} from '../../src/domain/proposal';
import type { Booked, Uncovered } from '../../src/domain/request';
import {
  aFacilitatorRef,
  aMatch,
  anAsk,
  anotherFacilitator,
  aParticipant,
  aParticipantAnswer,
  aRequest,
  aRequester,
  askedAt,
  theCoordinator,
  theRequester,
} from '../builders';

const NUMBER = '999 100 2340';
const [hattie, percy, sam] = anAsk().participants as [Participant, Participant, Participant];

function problemsOf(over: Partial<ProposalAnswers>, session = aRequest.booked()): readonly FormProblem[] {
  const answers = { removed: [], added: [], notNames: '', ...over };
  const checked = checkProposal(session, answers, askedAt, defaultPolicy);
  return 'problems' in checked ? checked.problems : [];
}

/** A name of so many letters that ends with a number of a child. */
const named = (letters: number) => `N${'o'.repeat(letters - NUMBER.length - 2)} ${NUMBER}`;

describe('Somebody who is to take part as well', () => {
  it.each<[string, ParticipantAnswer]>([
    ['a name and no address', aParticipantAnswer({ name: 'Liam Larkspur', mail: '' })],
    ['a role and no address', aParticipantAnswer({ name: 'school nurse', mail: '' })],
    ['an id, a name and no address', aParticipantAnswer({ id: 'somebody', mail: '' })],
  ])('needs an address, and is asked for it once: with %s', (_what, person) => {
    expect(problemsOf({ added: [person] })).toEqual([{ field: 'participants', entry: 0, fault: 'bad-mail' }]);
  });

  it.each([
    ['as long as it may be', named(LONGEST_NAME), 'identifier'],
    ['as long as it may be between spaces', `  ${named(LONGEST_NAME)} `, 'identifier'],
    ['too long to be read', named(LONGEST_NAME + 1), 'too-long'],
  ])('has a name that is read for a child’s number: %s', (_how, name, fault) => {
    expect(problemsOf({ added: [aParticipantAnswer({ name })] })).toMatchObject([{ entry: 0, fault }]);
  });

  it('is asked about for what is likely a child’s, until it is said to be none', () => {
    const added = [aParticipantAnswer({ name: 'Nora Navy (14/03/2015)' })];
    expect(problemsOf({ added })).toMatchObject([{ entry: 0, fault: 'likely-identifier' }]);
    expect(problemsOf({ added, notNames: proposalMark({ added }, askedAt) })).toEqual([]);
    expect(proposalMark({ added: [aParticipantAnswer()] }, askedAt)).toBe('');
  });

  it('answers for nothing that is wrong with those who take part already', () => {
    const former = [
      hattie,
      { ...percy, team: 'closed-team' },
      { ...sam, name: 'x'.repeat(LONGEST_NAME + 1) },
    ];
    const session = aRequest.booked({ ask: anAsk({ participants: former }) });
    expect(problemsOf({ added: [aParticipantAnswer()] }, session)).toEqual([]);
    expect(problemsOf({ added: [aParticipantAnswer({ team: 'closed-team' })] }, session)).toEqual([
      { field: 'participants', entry: 0, fault: 'not-listed' },
    ]);
  });
});

describe('People a coordinator is to agree to', () => {
  const chosen = {
    attempt: 2,
    match: aMatch({ facilitator: aFacilitatorRef({ ...anotherFacilitator, mail: 'amber@x.example' }) }),
    by: theCoordinator,
    stage: { at: 'reserving' },
  } as const;
  const amber = aParticipant({ id: anotherFacilitator.id, mail: 'other@x.example' });

  it.each<[string, Booked | Uncovered, readonly Participant[], ReturnType<typeof misfit>]>([
    ['fit', aRequest.booked(), [hattie, percy], undefined],
    [
      'fit, though a team has left the list since',
      aRequest.booked(),
      [hattie, percy, { ...sam, team: 'closed-team' }],
      undefined,
    ],
    ['are too few', aRequest.booked(), [hattie], 'people-do-not-fit'],
    [
      'do not fit whoever was chosen for another time',
      aRequest.booked({ rearranging: { chosen } }),
      [hattie, percy, amber],
      'facilitator-involved',
    ],
    [
      'do not fit whoever was chosen in place of who dropped out',
      aRequest.uncovered({ rearranging: { chosen } }),
      [hattie, percy, amber],
      'facilitator-involved',
    ],
    ['fit where nobody of them is chosen', aRequest.booked(), [hattie, percy, amber], undefined],
  ])('%s', (_what, session, people, expected) => {
    expect(misfit(session, people, defaultPolicy)).toBe(expected);
  });

  it.each<[string, Partial<Participant>]>([
    ['by address', { mail: aRequester().mail!.toUpperCase() }],
    ['by id, whatever the address', { id: theRequester.id.toUpperCase(), mail: 'petra@x.example' }],
  ])('are without whoever asks for it now, known %s', (_how, over) => {
    const proposal = { participants: [hattie, aParticipant(over)], at: askedAt, by: theCoordinator };
    expect(wantedBy(aRequest.booked(), proposal)).toEqual([hattie]);
  });

  it('are all of them where no address is known of whoever asks', () => {
    const { mail: _none, ...requester } = aRequester();
    const proposal = { participants: [hattie, sam], at: askedAt, by: theCoordinator };
    expect(wantedBy(aRequest.booked({ requester }), proposal)).toEqual([hattie, sam]);
  });
});
