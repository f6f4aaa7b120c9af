/** A card for everybody who reads along: what it opens, only whoever presses sees. */
import type { Answer } from './answers';
import { renderCard } from './cards';

export function start(title: string, text: string): Answer {
  const card = renderCard('start', { title, text });
  return { kind: 'card', card, otherwise: text };
}
