/** The XmR chart: values, their mean, limits and target; what is special has a shape by its rule. */
import type { EChartsOption, LineSeriesOption, ScatterSeriesOption } from 'echarts';
import type { XmrChart, XmrMark } from '../../present/monitoring/chart';
import { CHART_WORDS } from '../../wording/monitoring-charts';
import { COLOUR, DASHES, placesAxis, plainNumber, room, type Size, STILL, TEXT, valuesAxis } from './look';
import { firstRule, SHAPES } from './shapes';

export function xmrOption(chart: XmrChart, size: Size): EChartsOption {
  const { labels, points, limits, target } = chart;
  const values = points.map((point) => point?.value);
  const most = Math.max(1, ...points.flatMap((point) => (point ? [point.value, point.upper] : [])));
  const levels = [
    ...(limits === 'none' ? [] : limitLines(points)),
    ...(target === undefined ? [] : [constant(target, labels.length, CHART_WORDS.target, DASHES.target)]),
  ];
  return {
    xAxis: placesAxis(labels, size),
    yAxis: { ...valuesAxis(size, plainNumber), minInterval: 1 },
    grid: room(size, 128),
    series: [
      ...withNames(levels, most, size).map((level) => levelLine(level, size)),
      line(values, size),
      ...specialPoints(points, size),
    ],
  };
}

interface Level {
  readonly name: string;
  readonly dash: 'solid' | readonly number[];
  readonly values: readonly number[];
}

/** A limit below zero cannot be reached, and is not drawn; limits without width are the mean. */
function limitLines(points: readonly (XmrMark | undefined)[]): Level[] {
  const mean = across(points, (point) => point.mean, CHART_WORDS.mean, DASHES.mean);
  const upper = across(points, (point) => point.upper, CHART_WORDS.upper, DASHES.limit);
  const lower = across(points, (point) => point.lower, CHART_WORDS.lower, DASHES.limit);
  const end = mean.values.at(-1);
  return [upper, mean, lower].filter(
    ({ values }, n) => n === 1 || (values.at(-1)! > 0 && values.at(-1) !== end),
  );
}

/** Across all months, also those without a value. */
function across(
  points: readonly (XmrMark | undefined)[],
  of: (point: XmrMark) => number,
  name: string,
  dash: Level['dash'],
): Level {
  let last = points.find((point) => point !== undefined);
  const values = points.map((point) => {
    last = point ?? last;
    return last ? of(last) : 0;
  });
  return { name, dash, values };
}

function constant(value: number, months: number, name: string, dash: Level['dash']): Level {
  return { name, dash, values: Array.from({ length: months }, () => value) };
}

/** So near to each other, as a part of all, that their names would stand on one another. */
const TOO_NEAR = 0.075;

/** Each with what is written at its end: names of lines that end close together stand below each other at the uppermost. */
function withNames(levels: readonly Level[], most: number, size: Size): (Level & { label: string })[] {
  const sorted = [...levels].sort((one, other) => endOf(other) - endOf(one));
  const labelled: (Level & { label: string })[] = [];
  for (const level of sorted) {
    const label = size === 'large' ? `${level.name} ${plainNumber(endOf(level))}` : '';
    const above = labelled.findLast((each) => each.label !== '');
    const lines = above?.label.split('\n').length ?? 0;
    if (above && endOf(above) - endOf(level) < TOO_NEAR * most * lines) {
      above.label += `\n${label}`;
      labelled.push({ ...level, label: '' });
    } else labelled.push({ ...level, label });
  }
  return labelled;
}

function endOf({ values }: Level): number {
  return values.at(-1) ?? 0;
}

function line(values: readonly (number | undefined)[], size: Size): LineSeriesOption {
  return {
    ...STILL,
    type: 'line',
    data: values.map((value) => value ?? null),
    symbol: 'circle',
    symbolSize: size === 'small' ? 4 : 7,
    showAllSymbol: true,
    itemStyle: { color: COLOUR.value },
    lineStyle: { color: COLOUR.value, width: 2 },
    z: 3,
  };
}

function levelLine(
  { values, dash, label }: Level & { readonly label: string },
  size: Size,
): LineSeriesOption {
  return {
    ...STILL,
    type: 'line',
    data: [...values],
    symbol: 'none',
    lineStyle: { color: COLOUR.quiet, width: 1.5, type: typeof dash === 'string' ? dash : [...dash] },
    ...(size === 'large' &&
      label !== '' && { endLabel: { ...TEXT, show: true, distance: 6, formatter: label, lineHeight: 17 } }),
    z: 2,
  };
}

function specialPoints(points: readonly (XmrMark | undefined)[], size: Size): ScatterSeriesOption[] {
  const marked = points.flatMap((point, place) => {
    const rule = point && firstRule(point.rules);
    return point && rule ? [{ point, place, rule }] : [];
  });
  if (marked.length === 0) return [];
  return [
    {
      ...STILL,
      type: 'scatter',
      data: marked.map(({ point, place, rule }) => ({
        value: [place, point.value],
        symbol: SHAPES[rule].symbol,
        symbolSize: size === 'small' ? 9 : 14,
        itemStyle: { color: colourOf(point), borderColor: COLOUR.ground, borderWidth: 1, opacity: 1 },
      })),
      z: 4,
    },
  ];
}

function colourOf({ better }: XmrMark): string {
  if (better === undefined) return COLOUR.neutral;
  return better ? COLOUR.good : COLOUR.bad;
}
