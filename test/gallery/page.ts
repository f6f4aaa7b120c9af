/** The page a card is drawn on: the light theme of Teams as far as its public host config and colours tell. */
const colour = (normal: string, subtle: string): unknown => ({ default: normal, subtle });
const TEXT = {
  default: colour('#242424', '#616161'),
  dark: colour('#242424', '#616161'),
  light: colour('#ffffff', '#e0e0e0'),
  accent: colour('#5b5fc7', '#5b5fc7'),
  good: colour('#0e700e', '#0e700e'),
  warning: colour('#8a3707', '#8a3707'),
  attention: colour('#b10e1c', '#b10e1c'),
};
const container = (backgroundColor: string): unknown => ({ backgroundColor, foregroundColors: TEXT });

export const HOST_CONFIG = {
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: '#e0e0e0' },
  supportsInteractivity: true,
  fontFamily: "'Segoe UI', 'Liberation Sans', sans-serif",
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 200, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
  containerStyles: {
    default: container('#ffffff'),
    emphasis: container('#f5f5f5'),
    accent: container('#e8ebfa'),
    good: container('#e7f2da'),
    attention: container('#fcf4f6'),
    warning: container('#fbf6d9'),
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', size: 'small', spacing: 'small', weight: 'default' },
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 8, style: 'emphasis' },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
};

/** Markdown as Teams shows it in a TextBlock: bold, italic, lists and links; HTML is text. */
const MARKDOWN = String.raw`
  const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const markdown = (text) => escaped(text)
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, '<a href="$2">$1</a>')
    .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
    .replace(/(^|\W)[*_](\S.*?\S?)[*_](?=\W|$)/g, '$1<i>$2</i>')
    .replace(/^- (.*)$/gm, '<li>$1</li>');
`;

export const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><style>
  body { margin: 0; background: #f5f5f5; padding: 8px; }
  .ac-adaptiveCard { border: 1px solid #d1d1d1; border-radius: 8px; background: #fff; }
  .ac-pushButton { font: 600 14px 'Liberation Sans', sans-serif; border: 1px solid #d1d1d1; background: #fff; border-radius: 4px;
    padding: 6px 12px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: #242424; margin-bottom: 4px; }
  .ac-pushButton.style-positive { background: #5b5fc7; border-color: #5b5fc7; color: #fff; }
  .ac-pushButton.style-destructive { color: #b10e1c; border-color: #b10e1c; }
  .ac-actionSet { flex-wrap: wrap; }
  .ac-input { font: 14px 'Liberation Sans', sans-serif; padding: 6px 8px; border: 1px solid #616161; border-radius: 4px; box-sizing: border-box; width: 100%; }
  .ac-input.ac-multiline { min-height: 96px; }
  .ac-choiceSetInput-expanded, .ac-choiceSetInput-multiSelect { border: 0; padding: 0; }
</style><body><script>${MARKDOWN}
  function draw(card, hostConfig) {
    AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => { result.outputHtml = markdown(text); result.didProcess = true; };
    const adaptive = new AdaptiveCards.AdaptiveCard();
    adaptive.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
    adaptive.parse(card);
    document.body.appendChild(adaptive.render());
  }
</script></body></html>`;
