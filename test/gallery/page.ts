/** The page a card is drawn on, as Teams would draw it in one of its themes. Nothing is fetched from the network. */
import { FAULTS_IN_PAGE } from './faults';
import { PALETTES, type Theme } from './themes';

/** Markdown as Teams shows it in a TextBlock: bold, italic, lists and links; HTML is text. */
const MARKDOWN = String.raw`
  const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const markdown = (text) => escaped(text)
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, '<a href="$2">$1</a>')
    .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
    .replace(/(^|\W)[*_](\S.*?\S?)[*_](?=\W|$)/g, '$1<i>$2</i>')
    .replace(/^- (.*)$/gm, '<li>$1</li>');
`;

/** `draw` takes the former card away, and tells how many buttons open a part of the card; `open` presses one of them. */
const DRAW = String.raw`
  function draw(card, hostConfig) {
    document.body.replaceChildren();
    AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => { result.outputHtml = markdown(text); result.didProcess = true; };
    const adaptive = new AdaptiveCards.AdaptiveCard();
    adaptive.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
    adaptive.parse(card);
    document.body.appendChild(adaptive.render());
    return document.querySelectorAll('.ac-pushButton.expandable').length;
  }
  function open(n) {
    document.querySelectorAll('.ac-pushButton.expandable')[n].click();
  }
`;

function styleOf(theme: Theme): string {
  const { page, line, field, button, positive, destructive, link, grounds } = PALETTES[theme];
  return `
  :root { color-scheme: ${theme === 'light' ? 'light' : 'dark'}; }
  body { margin: 0; background: ${page}; padding: 8px; overflow-wrap: break-word; /* as in every message of a chat */ }
  a { color: ${link}; }
  .ac-adaptiveCard { border: 1px solid ${line}; border-radius: 8px; background: ${grounds.default}; }
  ${theme === 'contrast' ? `.ac-container[style*="background-color"] { outline: 1px solid ${line}; }` : ''}
  .ac-pushButton { font: 600 14px 'Segoe UI', 'Liberation Sans', sans-serif; border: 1px solid ${button.line}; background: ${button.ground};
    border-radius: 4px; padding: 6px 12px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: ${button.text}; margin-bottom: 4px;
    max-width: 100%; }
  .ac-pushButton > * { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .ac-pushButton.style-positive { background: ${positive.ground}; border-color: ${positive.ground}; color: ${positive.text}; }
  .ac-pushButton.style-destructive { color: ${destructive}; border-color: ${destructive}; }
  .ac-actionSet { flex-wrap: wrap; }
  .ac-input { font: 14px 'Segoe UI', 'Liberation Sans', sans-serif; padding: 6px 8px; border: 1px solid ${field.line}; border-radius: 4px;
    box-sizing: border-box; width: 100%; background-color: ${field.ground}; color: ${button.text}; }
  .ac-input::placeholder { color: ${field.hint}; opacity: 1; }
  .ac-input.ac-multiline { min-height: 96px; }
  .ac-choiceSetInput-expanded, .ac-choiceSetInput-multiSelect { border: 0; padding: 0; background-color: transparent; }
  `;
}

/** The page of a theme, with `draw(card, hostConfig)`, `open(n)` and `layoutFaults()` to be called in it. */
export function pageOf(theme: Theme): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>${styleOf(theme)}</style><body>
<script>${MARKDOWN}${DRAW}${FAULTS_IN_PAGE}</script></body></html>`;
}
