/** The cards that say one thing: where to turn when a child may be at risk, and why somebody asks. */
import { defaultPolicy as policy } from '../../src/domain/policy';
import type { CardData } from '../../src/teams/card-data';
import { paragraphs } from '../../src/wording/typed-text';
import { lineInWords, URGENT } from '../../src/wording/safety';
import { dateInWords } from '../../src/wording/when';
import { longText } from './long-ask';

export function urgent(answer: 'unreported' | 'unsure'): CardData['urgent'] {
  return {
    ...URGENT[answer],
    line: lineInWords(policy),
    checked: dateInWords(policy.cadsChecked),
    then: URGENT.then,
    origin: '',
    team: 'hl-sn',
    again: '7qf3k2m9zzzzzzzzzzzzzzzzzz',
  };
}

export function reason(text: string): CardData['reason'] {
  return {
    reference: '7QF3-K2M9',
    facts: [
      { label: 'Asked for by', value: 'Petra Practice' },
      { label: 'Their case reference', value: longText(40) },
    ],
    paragraphs: paragraphs(text).map((each) => ({ text: each })),
  };
}
