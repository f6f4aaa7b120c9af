import { REFUSALS, TROUBLE } from '../../src/teams/wording/refusals';
import { isSentAlready, toldBy, type Told } from './told';

const answer = (text: string, statusCode = 200): string => JSON.stringify({ statusCode, value: { text } });

it.each<[string, string, Told]>([
  ['nothing', '', 'unknown'],
  ['that it cannot be told yet', answer(TROUBLE.slow), 'unknown'],
  ['that it was not saved', answer(TROUBLE.notSaved), 'refused'],
  ['that it had been sent already', answer(REFUSALS['already-submitted']), 'refused'],
  ['the form once more', '{"statusCode":200,"value":{"verb":"form-send"}}', 'refused'],
  ['a fault', answer('whatever', 400), 'refused'],
  ['how it stands', answer('Your JAGS request'), 'accepted'],
])('whoever is answered %s is told so: %j is %s', (_what, text, told) => {
  expect(toldBy(text)).toBe(told);
});

it.each([
  [answer(REFUSALS['already-submitted']), true],
  [answer(TROUBLE.notSaved), false],
  [answer(TROUBLE.slow), false],
  [answer('Your JAGS request'), false],
])('a form is known to have been sent before by %j: %s', (text, is) => {
  expect(isSentAlready(text)).toBe(is);
});
