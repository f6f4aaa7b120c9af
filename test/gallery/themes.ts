/** The themes of Teams, as far as its public colours tell: what a card is drawn with in each. */

export const THEMES = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

/** Text colours, and their subtle versions. */
interface Inks {
  readonly default: readonly [string, string];
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
}

export interface Palette {
  /** Behind the card. */
  readonly page: string;
  readonly line: string;
  readonly field: { readonly ground: string; readonly line: string; readonly hint: string };
  readonly button: { readonly ground: string; readonly text: string; readonly line: string };
  readonly positive: { readonly ground: string; readonly text: string };
  readonly destructive: string;
  readonly link: string;
  readonly grounds: {
    readonly default: string;
    readonly emphasis: string;
    readonly accent: string;
    readonly good: string;
    readonly attention: string;
    readonly warning: string;
  };
  readonly inks: Inks;
}

export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    page: '#f5f5f5',
    line: '#d1d1d1',
    field: { ground: '#ffffff', line: '#616161', hint: '#707070' },
    button: { ground: '#ffffff', text: '#242424', line: '#d1d1d1' },
    positive: { ground: '#5b5fc7', text: '#ffffff' },
    destructive: '#b10e1c',
    link: '#4f52b2',
    grounds: {
      default: '#ffffff',
      emphasis: '#f5f5f5',
      accent: '#e8ebfa',
      good: '#e7f2da',
      attention: '#fcf4f6',
      warning: '#fbf6d9',
    },
    inks: {
      default: ['#242424', '#616161'],
      accent: '#5b5fc7',
      good: '#0e700e',
      warning: '#8a3707',
      attention: '#b10e1c',
    },
  },
  dark: {
    page: '#1f1f1f',
    line: '#525252',
    field: { ground: '#292929', line: '#adadad', hint: '#999999' },
    button: { ground: '#292929', text: '#ffffff', line: '#666666' },
    positive: { ground: '#4f52b2', text: '#ffffff' },
    destructive: '#e37d80',
    link: '#9299f7',
    grounds: {
      default: '#292929',
      emphasis: '#1f1f1f',
      accent: '#2f2f4a',
      good: '#0a2e0a',
      attention: '#3f1011',
      warning: '#411200',
    },
    inks: {
      default: ['#ffffff', '#adadad'],
      accent: '#9299f7',
      good: '#54b054',
      warning: '#fdcfb4',
      attention: '#e37d80',
    },
  },
  // Here only lines tell one box from another, so that nothing may hang on a colour.
  contrast: {
    page: '#000000',
    line: '#ffffff',
    field: { ground: '#000000', line: '#ffffff', hint: '#ffffff' },
    button: { ground: '#000000', text: '#ffffff', line: '#ffffff' },
    positive: { ground: '#1aebff', text: '#000000' },
    destructive: '#ffffff',
    link: '#ffff01',
    grounds: {
      default: '#000000',
      emphasis: '#000000',
      accent: '#000000',
      good: '#000000',
      attention: '#000000',
      warning: '#000000',
    },
    inks: {
      default: ['#ffffff', '#ffffff'],
      accent: '#1aebff',
      good: '#ffffff',
      warning: '#ffffff',
      attention: '#ffff01',
    },
  },
};

/** What the card's renderer is told of a theme. */
export function hostConfigOf(theme: Theme): object {
  const { grounds, inks, line } = PALETTES[theme];
  const ink = (normal: string, subtle = normal) => ({ default: normal, subtle });
  const foregroundColors = {
    default: ink(...inks.default),
    // Named after what they are, in every theme: whoever uses them is right in one theme only.
    dark: ink('#242424'),
    light: ink('#ffffff'),
    accent: ink(inks.accent),
    good: ink(inks.good),
    warning: ink(inks.warning),
    attention: ink(inks.attention),
  };
  return {
    ...LAYOUT,
    separator: { lineThickness: 1, lineColor: line },
    containerStyles: Object.fromEntries(
      Object.entries(grounds).map(([style, backgroundColor]) => [
        style,
        { backgroundColor, foregroundColors },
      ]),
    ),
  };
}

const LAYOUT = {
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  supportsInteractivity: true,
  fontFamily: "'Segoe UI', 'Liberation Sans', sans-serif",
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 200, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
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
