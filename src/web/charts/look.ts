/** How every chart looks: colours of the tab's theme by name, so that one drawing is right in all three and in print. */
export const COLOUR = {
  ink: 'var(--ink)',
  quiet: 'var(--quiet)',
  line: 'var(--line)',
  ground: 'var(--ground)',
  value: 'var(--link)',
  good: 'var(--good)',
  bad: 'var(--bad)',
  neutral: 'var(--warning)',
} as const;

export type Size = 'small' | 'large';

/** In the units of the drawing, which is as wide as there is room. */
export const SIZES: Readonly<Record<Size, { readonly width: number; readonly height: number }>> = {
  small: { width: 280, height: 84 },
  large: { width: 640, height: 260 },
};

const FONT_SIZE = 14;
/** What a list's own words take of the width. */
const LIST_WIDTH = 195;

export const TEXT = { color: COLOUR.ink, fontSize: FONT_SIZE, textBorderWidth: 0 } as const;

/** Nothing moves and nothing answers to a pointer: it is a picture. */
export const STILL = { silent: true, animation: false, emphasis: { disabled: true } } as const;

export const DASHES = { mean: 'solid', limit: [6, 4], target: [2, 3] } as const;

/** Along the bottom, or down the side, one place each. Of many months, as many are named as there is room for. */
export function placesAxis(labels: readonly string[], size: Size, over: 'time' | 'list' = 'time') {
  return {
    type: 'category' as const,
    data: [...labels],
    show: size === 'large',
    inverse: over === 'list',
    axisTick: { show: false },
    axisLine: { lineStyle: { color: COLOUR.quiet } },
    axisLabel: {
      ...{ color: COLOUR.ink, fontSize: FONT_SIZE },
      ...(over === 'list' ? { width: LIST_WIDTH, overflow: 'break' as const } : { hideOverlap: true }),
    },
  };
}

export function valuesAxis(size: Size, format: (value: number) => string, most?: number) {
  return {
    type: 'value' as const,
    show: size === 'large',
    min: 0,
    ...(most !== undefined && { max: most }),
    splitNumber: 4,
    axisLine: { show: false },
    splitLine: { lineStyle: { color: COLOUR.line } },
    axisLabel: { color: COLOUR.ink, fontSize: FONT_SIZE, formatter: format },
  };
}

export function room(size: Size, right: number) {
  return size === 'small'
    ? { left: 8, right: 8, top: 10, bottom: 10 }
    : { left: 8, right, top: 16, bottom: 8, containLabel: true };
}

/** How wide letters are is only guessed when it is drawn, so that a list gets room for its words whatever they are. */
export function listRoom(size: Size, right: number) {
  return size === 'small' ? room(size, right) : { left: LIST_WIDTH + 60, right, top: 8, bottom: 32 };
}

/** "12", "2.4": as many digits as a reader can use. */
export function plainNumber(value: number): string {
  return String(Math.round(value * 10) / 10);
}
