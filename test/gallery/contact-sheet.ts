/** One page to look at all the pictures: a card in each row, its themes and widths side by side. */
import type { LayoutFault } from './faults';
import type { Theme } from './themes';

export interface Picture {
  readonly file: string;
  /** Which card, and which of its samples. */
  readonly card: string;
  readonly theme: Theme;
  readonly width: number;
  readonly faults: readonly LayoutFault[];
}

export function contactSheet(pictures: readonly Picture[]): string {
  const cards = [...new Set(pictures.map(({ card }) => card))];
  const rows = cards.map((card) => {
    const own = pictures.filter((picture) => picture.card === card);
    return `<h2>${card}</h2><div>${own.map(figure).join('')}</div>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Every card</title><style>
  body { font: 14px sans-serif; margin: 16px; background: #808080; }
  h2 { position: sticky; top: 0; background: #808080; margin: 0; padding: 8px 0; }
  div { display: flex; gap: 12px; align-items: start; overflow-x: auto; padding-bottom: 24px; }
  figure { margin: 0; }
  figcaption.faulty { background: #ffd0d0; }
</style><h1>Every card: ${cards.length}, in ${pictures.length} pictures</h1>${rows.join('\n')}</html>
`;
}

function figure({ file, theme, width, faults }: Picture): string {
  const faulty = faults.map(({ fault, of }) => `<br>${fault}: ${escaped(of)}`).join('');
  return `<figure><img loading="lazy" width="${width}" src="${file}" alt="${file}"><figcaption${faulty && ' class="faulty"'}>${theme}, ${width}${faulty}</figcaption></figure>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
