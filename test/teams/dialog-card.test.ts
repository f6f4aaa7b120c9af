import type { CardData, CardName } from '../../src/teams/card-data';
import { CARD_NAMES, renderCard } from '../../src/teams/cards';
import { forDialog } from '../../src/teams/dialog-card';
import { SAMPLES } from '../gallery/samples';
import { buttonsOn, partsOf, press, wordsOn } from './card-in-hand';

const samples = CARD_NAMES.flatMap((name) =>
  Object.entries(SAMPLES[name]).map(([kind, data]) => ({ name, kind, card: rendered(name, data) })),
);

function rendered<Name extends CardName>(name: Name, data: unknown) {
  return renderCard(name, data as CardData[Name]);
}

describe('every card in a dialog', () => {
  it.each(samples)('has only buttons that work there, under the same titles: $name, $kind', ({ card }) => {
    const shown = forDialog(card);
    expect(partsOf(shown).filter(({ type }) => type === 'Action.Execute')).toEqual([]);
    expect(shown).not.toHaveProperty('refresh');
    expect(buttonsOn(shown)).toEqual(buttonsOn(card));
  });

  it.each(samples)('sends the same as in the chat: $name, $kind', ({ card }) => {
    const titles = partsOf({ ...card, refresh: undefined })
      .filter(({ type }) => type === 'Action.Execute')
      .map(({ title }) => String(title));
    for (const title of titles) {
      const [inChat, inDialog] = [press(card, title), press(forDialog(card), title)];
      expect(inDialog.data).toEqual({ ...inChat.data, verb: inChat.verb });
      expect(inDialog.verb).toBe(inChat.verb);
    }
  });

  it.each(samples)('reads the same as in the chat: $name, $kind', ({ card }) => {
    expect(wordsOn(forDialog(card))).toBe(wordsOn({ ...card, refresh: undefined }));
    expect(forDialog(card)).toMatchObject({ type: 'AdaptiveCard', version: '1.5' });
  });
});
