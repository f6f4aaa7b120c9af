/** The form between two clicks: what is filled in beforehand, what is kept, and what is told of it. */
import {
  aboutProblems,
  answersOf,
  draftFrom,
  entryProblems,
  type FormDraft,
  newDraft,
  problemsOf,
  teamsIn,
  withDatesSuggested,
  withoutPerson,
  withRowsAdded,
} from '../../src/domain/form-draft';
import { suggestedDates } from '../../src/domain/form-dates';
import { defaultPolicy } from '../../src/domain/policy';
import {
  anAsk,
  answers,
  aParticipant,
  aParticipantAnswer,
  aRequest,
  aRequester,
  askedAt,
  participantAnswers,
} from '../builders';

const empty = newDraft('nonce-1', true, askedAt, defaultPolicy);
const { participants: _, ...typed } = answers();
const draft = (over: Partial<FormDraft> = {}): FormDraft => ({ ...empty, answers: typed, ...over });
const [one, two, three] = participantAnswers(3) as [ReturnType<typeof aParticipantAnswer>, never, never];
const nobody = { ids: [], team: '', strangers: 0 };

describe('A fresh form', () => {
  it('has the dates suggested and every day and time of day; the rest is open, but for the question asked before it', () => {
    expect(newDraft('nonce-1', true, askedAt, defaultPolicy)).toEqual({
      nonce: 'nonce-1',
      answers: {
        caseReference: '',
        team: '',
        phone: '',
        colleague: '',
        reason: '',
        familyTold: '',
        riskKnown: true,
        otherNeeds: [],
        place: 'online',
        venue: '',
        locality: '',
        arrangements: [],
        ...suggestedDates(askedAt, defaultPolicy),
        days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
        times: ['morning', 'afternoon'],
        schoolsAgree: false,
        notNames: '',
        goesOn: '',
      },
      added: [],
      rows: [],
      chosen: nobody,
      origin: '',
    });
  });
});

describe('What an earlier request answers', () => {
  const colleague = { mail: 'colleague@county.example' };
  const ask = anAsk({
    place: { kind: 'in-person', venue: 'Room 2, Sycamore Centre' },
    locality: 'norwich',
    arrangements: ['bsl'],
    participants: [
      aParticipant({ name: 'Hattie', mail: 'hattie@school.example', id: 'h' }),
      aParticipant({ gone: true }),
    ],
    toBeNamed: [{ role: 'school nurse', team: 'hl-sn' }, { team: 'po-ch' }],
    schoolsAgree: true,
  });
  const earlier = aRequest.held({ ask, requester: aRequester({ phone: '01632 960123', colleague }) });
  const reused = {
    team: 'cs-fs',
    phone: '01632 960123',
    colleague: colleague.mail,
    locality: 'norwich',
    arrangements: ['bsl'],
    place: 'in-person',
    venue: 'Room 2, Sycamore Centre',
    schoolsAgree: false,
    reason: '',
  };
  const people = [
    { name: 'Hattie', mail: 'hattie@school.example', team: 'ed-pri' },
    { name: 'school nurse', mail: '', team: 'hl-sn' },
  ];

  it('is filled in for another family, but for what is of a family, and without whoever has left', () => {
    const filled = draftFrom(earlier, empty, 'any');
    expect(filled.answers).toMatchObject({ ...reused, caseReference: '', familyTold: '' });
    expect(filled.added).toEqual(people);
    expect(filled).not.toHaveProperty('followUpOf');
  });

  it('is filled in for the same family, which a session that was held is followed up for', () => {
    const filled = draftFrom(earlier, empty, 'same');
    expect(filled.answers).toMatchObject({
      ...reused,
      caseReference: ask.caseReference,
      familyTold: ask.familyTold,
    });
    expect(filled.followUpOf).toBe(earlier.id);
    expect(draftFrom(aRequest.booked({ ask }), empty, 'same')).not.toHaveProperty('followUpOf');
  });

  it('never takes the place of what was typed', () => {
    const own = {
      team: 'hl-mh',
      phone: '01632 960999',
      colleague: 'mine@county.example',
      locality: 'breckland',
      arrangements: ['captions'] as const,
      caseReference: 'MINE-1',
      familyTold: 'not-yet',
      place: 'online',
      venue: 'my own room',
      schoolsAgree: true,
    };
    const started = { ...empty, answers: { ...empty.answers, ...own } } as FormDraft;
    expect(draftFrom(earlier, started, 'same').answers).toEqual(started.answers);
    const inPerson = { ...empty, answers: { ...empty.answers, place: 'in-person' } } as FormDraft;
    expect(draftFrom(earlier, inPerson, 'same').answers).toMatchObject({ place: 'in-person', venue: '' });
    const blank = { ...empty, answers: { ...empty.answers, venue: ' ' } };
    expect(draftFrom(earlier, blank, 'same').answers).toMatchObject({ venue: 'Room 2, Sycamore Centre' });
  });

  it('adds nobody who is on the list or in a row already, however the address was written', () => {
    const listed = { name: 'H', mail: ' Hattie@School.example', team: 'ed-pri' };
    expect(draftFrom(earlier, { ...empty, added: [listed] }, 'any').added).toEqual([listed, people[1]]);
    expect(draftFrom(earlier, { ...empty, rows: [listed] }, 'any').added).toEqual([people[1]]);
    // Two who are still to be named are two.
    const unnamed = { name: 'somebody', mail: '', team: 'hl-sn' };
    expect(draftFrom(earlier, { ...empty, rows: [unnamed] }, 'any').added).toEqual(people);
  });

  it('is little where little was said', () => {
    const filled = draftFrom(aRequest.submitted(), empty, 'any').answers;
    expect(filled).toMatchObject({
      phone: '',
      colleague: '',
      locality: '',
      arrangements: [],
      place: 'online',
      venue: '',
    });
    const noVenue = aRequest.submitted({ ask: anAsk({ place: { kind: 'in-person' } }) });
    expect(draftFrom(noVenue, empty, 'any').answers).toMatchObject({ place: 'in-person', venue: '' });
  });
});

describe('The people of a form', () => {
  const chosen = { ids: ['aa', 'bb'], team: 'ed-sec', strangers: 0 };

  it('are those added, then the rows, then those chosen by id', () => {
    const given = draft({ added: [one], rows: [two], chosen });
    expect(answersOf(given).participants).toEqual([
      one,
      two,
      { id: 'aa', name: '', mail: '', team: 'ed-sec' },
      { id: 'bb', name: '', mail: '', team: 'ed-sec' },
    ]);
    expect(teamsIn(given)).toEqual(['cs-fs', 'hl-sn', 'hl-sn', 'ed-sec', 'ed-sec']);
  });

  it('move to the list where their row is right; what is wrong stays where it can be mended', () => {
    const wrong = aParticipantAnswer({ mail: 'no address' });
    const moved = withRowsAdded(draft({ added: [one], rows: [wrong, two] }), askedAt, defaultPolicy);
    expect([moved.added, moved.rows]).toEqual([[one, two], [wrong]]);
    const again = withRowsAdded(draft({ added: [wrong], rows: [two, three] }), askedAt, defaultPolicy);
    expect([again.added, again.rows]).toEqual([[wrong, two, three], []]);
  });

  it('are taken off by their place on the list', () => {
    expect(withoutPerson(draft({ added: [one, two, three] }), 1).added).toEqual([one, three]);
  });

  it('have their own problems told apart from those of the rest', () => {
    const wrong = aParticipantAnswer({ mail: 'no address' });
    const both = draft({ answers: { ...typed, caseReference: '' }, added: [one, wrong] });
    expect(entryProblems(both, askedAt, defaultPolicy)).toMatchObject([{ field: 'participants', entry: 1 }]);
    expect(aboutProblems(both, askedAt, defaultPolicy).map(({ field }) => field)).toEqual(['caseReference']);
    const people = draft({ added: [one, wrong] });
    expect(problemsOf(people, askedAt, defaultPolicy)).not.toEqual([]);
    expect(aboutProblems(people, askedAt, defaultPolicy)).toEqual([]);
    expect(
      problemsOf(
        draft({ added: [one, aParticipantAnswer({ team: 'po-ch', mail: 'p@police.example' })] }),
        askedAt,
        defaultPolicy,
      ),
    ).toEqual([]);
    const many = draft({ added: participantAnswers(13) });
    expect(entryProblems(many, askedAt, defaultPolicy)).toMatchObject([{ fault: 'too-many-people' }]);
    const likelyAlone = draft({
      added: [one, aParticipantAnswer({ name: 'nurse of Liam Bell', mail: '', team: 'po-ch' })],
    });
    expect(problemsOf(likelyAlone, askedAt, defaultPolicy)).toMatchObject([{ fault: 'likely-identifier' }]);
    expect(aboutProblems(likelyAlone, askedAt, defaultPolicy)).toEqual([]);
    // One answer is for all texts of the form, so that a name in a role is asked about on the first card too.
    const likely = draft({
      answers: { ...typed, caseReference: '' },
      added: [one, aParticipantAnswer({ name: 'nurse of Liam Bell', mail: '' })],
    });
    const asked = problemsOf(likely, askedAt, defaultPolicy).filter(
      ({ fault }) => fault === 'likely-identifier',
    );
    expect(aboutProblems(likely, askedAt, defaultPolicy)).toEqual(expect.arrayContaining([...asked]));
  });
});

describe('The dates of a form', () => {
  const schoolHolidays = [{ from: '2026-12-07', until: '2026-12-11' }];
  const policy = { ...defaultPolicy, schoolHolidays };
  const fresh = newDraft('nonce-1', false, askedAt, policy);
  const school = aParticipantAnswer({ team: 'ed-pri' });

  it('leave the holidays out once a school takes part, unless others were typed or the school agrees', () => {
    const avoiding = suggestedDates(askedAt, policy, schoolHolidays);
    expect(avoiding).not.toEqual(suggestedDates(askedAt, policy));
    const suggested = (over: Partial<FormDraft>) =>
      withDatesSuggested({ ...fresh, ...over }, askedAt, policy).answers;
    expect(suggested({ added: [school] })).toMatchObject(avoiding);
    expect(suggested({ added: [one] })).toEqual(fresh.answers);
    expect(suggested({ added: [school], answers: { ...fresh.answers, schoolsAgree: true } })).toMatchObject(
      suggestedDates(askedAt, policy),
    );
    for (const own of [{ earliest: '2026-12-09' }, { latest: '2027-01-20' }]) {
      const answered = { ...fresh.answers, ...own };
      expect(suggested({ added: [school], answers: answered })).toEqual(answered);
    }
  });
});
