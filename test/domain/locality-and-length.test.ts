import { decide } from '../../src/domain/decide';
import { type EditAnswers, lengthsOf } from '../../src/domain/edit';
import { checkForm } from '../../src/domain/form';
import { defaultPolicy as policy, type Policy } from '../../src/domain/policy';
import type { Command, Request } from '../../src/domain/request';
import { anAsk, anEdit, answers, aRequest, askedAt, facts } from '../builders';
import { addressed, commands } from './decided';

function decided(request: Request, command: Command, over: Policy = policy) {
  const decision = decide(request, command, facts({ policy: over, coordinator: command.kind === 'edit' }));
  return 'refused' in decision ? (decision.problems ?? decision.refused) : decision.next.ask;
}

const edit = (over: Partial<EditAnswers>, ask = anAsk(), rules = policy) =>
  decided(aRequest.submitted({ ask }), addressed({ ...commands.edit, answers: anEdit(over) }), rules);

describe('The locality', () => {
  const UNKNOWN = [{ field: 'locality', fault: 'not-listed' }];
  const form = (locality: string) => checkForm(answers({ locality }), askedAt, policy);

  it.each(policy.localities.map(({ code }) => code))('is one of the list: %s', (code) => {
    expect(form(code)).toMatchObject({ ask: { locality: code } });
    expect(edit({ locality: code })).toMatchObject({ locality: code });
  });

  it.each(['Norwich', 'atlantis', 'toString', 'north,south'])('is not %s', (code) => {
    expect(form(code)).toEqual({ problems: UNKNOWN });
    expect(edit({ locality: code })).toEqual(UNKNOWN);
  });

  it.each(['', ' '])('may be left open: "%s"', (nothing) => {
    expect((form(nothing) as { ask: object }).ask).not.toHaveProperty('locality');
    expect(edit({ locality: nothing }, anAsk({ locality: 'north' }))).not.toHaveProperty('locality');
  });
});

describe('How long a session is to be', () => {
  it.each<[number, object, readonly number[]]>([
    [90, {}, [90, 75, 60, 45]],
    [60, {}, [60, 45]],
    [45, {}, [45]],
    [30, {}, [30]],
    [90, { minutes: 60 }, [90, 75, 60, 45]],
    [60, { minutes: 75 }, [60, 45, 75]],
  ])('can be chosen with %i minutes as usual and %j: %j', (sessionMinutes, ask, lengths) => {
    expect(lengthsOf(ask, { ...policy, sessionMinutes })).toEqual(lengths);
  });

  it('is kept when it is shorter, and absent when it is as usual', () => {
    expect(edit({ minutes: '60' })).toMatchObject({ minutes: 60 });
    expect(edit({ minutes: '90' }, anAsk({ minutes: 60 }))).not.toHaveProperty('minutes');
    expect(edit({ minutes: '' }, anAsk({ minutes: 60 }))).toMatchObject({ minutes: 60 });
  });

  it.each(['30', '120', '60.0', 'an hour', 'NaN', '-60'])('is none of the choices: %s', (minutes) => {
    expect(edit({ minutes })).toEqual([{ field: 'minutes', fault: 'not-listed' }]);
  });

  describe('where only a shorter one fits', () => {
    const tight = { ...policy, sessionMinutes: 240 };
    const morning = { times: ['morning'] } as const;
    const NO_ROOM = [{ field: 'days', fault: 'no-working-time' }];

    it('decides whether an edit is right', () => {
      expect(edit(morning, anAsk(), tight)).toEqual(NO_ROOM);
      expect(edit({ ...morning, minutes: '60' }, anAsk(), tight)).toMatchObject({ ...morning, minutes: 60 });
    });

    it.each<[string, (request: Request) => unknown]>([
      [
        'the form sent again',
        (request) => decided(request, addressed({ ...commands.change, answers: answers(morning) }), tight),
      ],
      [
        'other dates',
        (request) => {
          const { earliest, latest, days } = anAsk();
          const dates = { earliest, latest, days, ...morning };
          const give = { ...commands['new-dates'], dates } as (typeof commands)['new-dates'];
          return decided(request, addressed(give), tight);
        },
      ],
    ])('is what was agreed, and stays so: %s', (_what, send) => {
      expect(send(aRequest.submitted())).toEqual(NO_ROOM);
      expect(send(aRequest.submitted({ ask: anAsk({ minutes: 60 }) }))).toMatchObject({
        ...morning,
        minutes: 60,
      });
    });
  });
});
