import type { FacilitatorProblem } from '../../src/domain/facilitator-form';
import { defaultPolicy } from '../../src/domain/policy';
import { problemInWords } from '../../src/web/tab/wording/roster';

const say = (problem: FacilitatorProblem) => problemInWords(problem, defaultPolicy);

it.each<[FacilitatorProblem, string]>([
  [{ field: 'name', fault: 'empty' }, '“Name” is empty: fill it in.'],
  [{ field: 'name', fault: 'too-long', allowed: '100' }, '“Name” is too long: use at most 100 characters.'],
  [
    { field: 'trainedOn', fault: 'in-the-future', allowed: '2026-11-24' },
    '“Trained on” lies in the future: give 24 November 2026 or an earlier day.',
  ],
  [
    { field: 'trainedUntil', fault: 'before-training', allowed: '2026-03-16' },
    '“Training valid until” is before the training: give 16 March 2026 or a later day, or leave it empty for 24 months from then.',
  ],
  [
    { field: 'team', fault: 'not-in-list', allowed: 'Helth' },
    "“Helth” is not in the list for “Team”: write agency and team, such as “Children's Services: family support”.",
  ],
  [
    { field: 'accepts', fault: 'not-in-list', allowed: 'never' },
    '“never” is not in the list for “Accepts”: write “asked” or “automatically”.',
  ],
  [
    { field: 'weight', fault: 'not-a-number' },
    '“Weight” needs a number from 0.25 to 4; or leave it empty for 1.',
  ],
  [
    { field: 'sessionsPerMonth', fault: 'too-large', allowed: '31' },
    '“Sessions a month at most” is too large: give a whole number from 0 to 31; or leave it empty for 2.',
  ],
])('%j is said with its field and what to do', (problem, sentence) => {
  expect(say(problem)).toBe(sentence);
});

it('Localities are all named where one is not known', () => {
  const sentence = say({ field: 'localities', fault: 'not-in-list', allowed: 'Moon' });
  for (const { name } of defaultPolicy.localities) expect(sentence).toContain(name);
});
