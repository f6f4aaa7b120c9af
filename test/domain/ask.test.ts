/** What a requester asks for: who is counted, and what the history says was changed. */
import { type Ask, changedFields, invited, teamsOf } from '../../src/domain/ask';
import { anAsk, aRequester } from '../builders';

describe('Who is to take part', () => {
  const ask = anAsk();

  it('is everybody named, chosen or to be named', () => {
    const picked = [{ id: 'somebody', team: 'vs-da' }];
    const toBeNamed = [{ role: 'school nurse', team: 'hl-sn' }];
    expect(invited({ ...ask, picked, toBeNamed })).toEqual([...ask.participants, ...picked, ...toBeNamed]);
    expect(teamsOf(aRequester(), { ...ask, picked, toBeNamed })).toEqual([
      'cs-fs',
      'ed-pri',
      'po-ch',
      'cs-eh',
      'vs-da',
      'hl-sn',
    ]);
  });

  it('is nobody else where nobody is chosen or to be named', () => {
    expect(invited(ask)).toEqual(ask.participants);
  });
});

describe('What was changed of a request', () => {
  const before = anAsk({ locality: 'norwich', arrangements: ['bsl'] });
  const { locality: _none, ...nowhere } = before;

  it.each<[string, Ask, readonly (keyof Ask)[]]>([
    ['nothing', { ...before }, []],
    ['nothing, though it was said anew', { ...before, days: [...before.days] }, []],
    ['a word', { ...before, caseReference: 'CASE-REF-4712' }, ['caseReference']],
    ['something within a list', { ...before, arrangements: ['bsl', 'captions'] }, ['arrangements']],
    ['what was not there before', { ...before, minutes: 60 }, ['minutes']],
    ['what is not there any more', nowhere, ['locality']],
    ['two things', { ...before, place: { kind: 'in-person' }, latest: '2026-12-17' }, ['place', 'latest']],
  ])('is named by its field: %s', (_what, after, fields) => {
    expect(changedFields(before, after)).toEqual(fields);
  });
});
