/** What the card before the form says, to be said by the page as well. */
import card from '../../../cards/safety.json';

const question = card.body.find(({ type }) => type === 'Input.ChoiceSet');

export const SAFETY_CARD_TITLES: readonly string[] = [
  card.body[0]?.text ?? 'no heading',
  question?.label ?? 'no question',
  ...(question?.choices ?? []).map(({ title }) => title),
];
