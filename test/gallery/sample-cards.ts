/** The samples as cards. */
import type { CardData, CardName } from '../../src/teams/card-data';
import { type Card, renderCard } from '../../src/teams/cards';
import { SAMPLES } from './samples';

export interface SampleCard {
  readonly name: CardName;
  /** `sample`, `worst`, or whatever else it shows. */
  readonly kind: string;
  readonly card: Card;
}

export function sampleCards(): SampleCard[] {
  return Object.entries(SAMPLES).flatMap(([name, kinds]) =>
    Object.entries(kinds).map(([kind, data]) => ({
      name: name as CardName,
      kind,
      card: cardOf(name as CardName, data),
    })),
  );
}

/** Only pairs of one entry of the samples come here, so name and data belong together. */
function cardOf<Name extends CardName>(name: Name, data: unknown): Card {
  return renderCard(name, data as CardData[Name]);
}
