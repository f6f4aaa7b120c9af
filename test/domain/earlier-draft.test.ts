import { draftOf } from '../../src/domain/earlier-draft';
import { problemsOf } from '../../src/domain/form-draft';
import { defaultPolicy } from '../../src/domain/policy';
import { anAsk, aParticipant, aRequest, aRequester, askedAt } from '../builders';

const nobody = { ids: [], team: '', strangers: 0 };

describe('The form of a request that was sent', () => {
  it('is as its requester left it, and says which request it changes', () => {
    const colleague = { mail: 'colleague@county.example' };
    const ask = anAsk({
      place: { kind: 'in-person', venue: 'Room 2' },
      locality: 'norwich',
      arrangements: ['bsl'],
      otherNeeds: ['tasks'],
      schoolsAgree: true,
      minutes: 60,
      participants: [
        aParticipant({ name: 'Hattie', mail: 'h@school.example', id: 'h' }),
        aParticipant({ name: 'Percy', mail: 'p@police.example' }),
      ],
      picked: [{ id: 'picked-1', team: 'cs-eh' }],
      toBeNamed: [{ role: 'school nurse', team: 'hl-sn' }, { team: 'po-ch' }],
    });
    const request = aRequest.returned({
      ask,
      revision: 2,
      requester: aRequester({ phone: '01632 960123', colleague }),
    });
    const sent = draftOf(request, askedAt, defaultPolicy);
    expect(sent).toMatchObject({
      nonce: `changes-${request.id}`,
      added: [
        { name: 'Hattie', mail: 'h@school.example', team: 'ed-pri', id: 'h' },
        { name: 'Percy', mail: 'p@police.example', team: 'ed-pri' },
        { id: 'picked-1', name: '', mail: '', team: 'cs-eh' },
        { name: 'school nurse', mail: '', team: 'hl-sn' },
      ],
      rows: [{ name: '', mail: '', team: 'po-ch' }],
      chosen: nobody,
      origin: '',
      changes: { request: request.id, revision: 2, minutes: 60 },
      answers: {
        caseReference: ask.caseReference,
        team: 'cs-fs',
        phone: '01632 960123',
        colleague: colleague.mail,
        reason: ask.reason,
        familyTold: 'yes',
        riskKnown: false,
        otherNeeds: ['tasks'],
        place: 'in-person',
        venue: 'Room 2',
        locality: 'norwich',
        arrangements: ['bsl'],
        earliest: ask.earliest,
        latest: ask.latest,
        days: ask.days,
        times: ask.times,
        schoolsAgree: true,
      },
    });
    expect(sent.added[1]).not.toHaveProperty('id');
    // What was gone on with, and was said to be no name, is answered as it was.
    expect(problemsOf(sent, askedAt, defaultPolicy).filter(({ field }) => field !== 'participants')).toEqual(
      [],
    );
  });

  it('has nothing that was not said, and three rows at most', () => {
    const toBeNamed = ['po-ch', 'hl-sn', 'ed-sec', 'vs-da'].map((team) => ({ team }));
    const sent = draftOf(aRequest.submitted({ ask: anAsk({ toBeNamed }) }), askedAt, defaultPolicy);
    expect(sent.rows.map(({ team }) => team)).toEqual(['po-ch', 'hl-sn', 'ed-sec']);
    expect(sent.added).toEqual([...anAsk().participants, { name: '', mail: '', team: 'vs-da' }]);
    // toStrictEqual: no length agreed is there as undefined either.
    expect(sent.changes).toStrictEqual({ request: aRequest.submitted().id, revision: 0 });
    expect(sent.answers).toMatchObject({
      phone: '',
      colleague: '',
      otherNeeds: [],
      place: 'online',
      venue: '',
      locality: '',
      arrangements: [],
      schoolsAgree: false,
      goesOn: '',
      notNames: '',
    });
  });

  it('has those named alone where nobody else takes part, and no row', () => {
    const sent = draftOf(aRequest.submitted(), askedAt, defaultPolicy);
    expect([sent.added, sent.rows]).toEqual([anAsk().participants, []]);
  });

  it('can be sent, however long the id of the request is', () => {
    const nonce = (id: string) => draftOf(aRequest.submitted({ id }), askedAt, defaultPolicy).nonce;
    expect(nonce('r'.repeat(56))).toBe(`changes-${'r'.repeat(56)}`);
    expect(nonce('r'.repeat(57))).toHaveLength(64);
  });
});
