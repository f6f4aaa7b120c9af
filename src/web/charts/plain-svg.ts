/**
 * The drawing as an element that our content policy lets stand and a screen reader can name: no style, no class, nothing that
 * could run. ECharts writes styles into attributes and a style sheet for pointers, and neither is wanted.
 */

export interface Named {
  /** Begins every id in it, so that two charts of one page do not share any. */
  readonly id: string;
  /** Absent: a screen reader passes it by, because what it shows is said beside it. */
  readonly title?: string;
  readonly text?: string;
}

export function plainSvg(drawn: string, { id, title, text = '' }: Named): string {
  const inner = drawn
    .replace(/<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')
    .replace(/ style="([^"]*)"/g, (_, styles: string) => asAttributes(styles))
    .replace(/ (?:class|pointer-events|ecmeta_\w+)="[^"]*"/g, '')
    .replace(/\bzr\d+-/g, `${id}-`);
  const viewBox = /viewBox="([\d. -]+)"/.exec(drawn)?.[1];
  if (viewBox === undefined) throw new Error('Expected a drawing with a viewBox, got one without');
  const opened = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}"`;
  return title === undefined
    ? `${opened} aria-hidden="true">${inner}</svg>`
    : `${opened} role="img" aria-labelledby="${id}-title ${id}-desc">` +
        `<title id="${id}-title">${escaped(title)}</title><desc id="${id}-desc">${escaped(text)}</desc>${inner}</svg>`;
}

/** `font-size:12px` → `font-size="12"`. The letters are those of the page. */
function asAttributes(styles: string): string {
  const [, size] = /font-size:\s*([\d.]+)px/.exec(styles) ?? [];
  const [, weight] = /font-weight:\s*(\w+)/.exec(styles) ?? [];
  return `${size ? ` font-size="${size}"` : ''}${weight ? ` font-weight="${weight}"` : ''}`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
