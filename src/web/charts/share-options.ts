/** Shares with their intervals, and the sequential chart of drift. */
import type { EChartsOption, LineSeriesOption } from 'echarts';
import type { IntervalsChart, SequentialChart } from '../../present/monitoring/chart';
import { CHART_WORDS } from '../../wording/monitoring-charts';
import {
  COLOUR,
  DASHES,
  listRoom,
  placesAxis,
  plainNumber,
  room,
  type Size,
  STILL,
  TEXT,
  valuesAxis,
} from './look';

/** Dots with whiskers. A share that may not be shown, or is of nothing, is a gap. */
export function intervalsOption({ over, labels, shares }: IntervalsChart, size: Size): EChartsOption {
  const places = placesAxis(labels, size, over);
  const values = { ...valuesAxis(size, (value) => `${Math.round(value * 100)}%`, 1), interval: 0.25 };
  const at = (place: number, value: number) => (over === 'time' ? [place, value] : [value, place]);
  const known = shares.flatMap((share, place) => (share ? [{ share, place }] : []));
  const whiskers = known.map(({ share, place }): LineSeriesOption => ({
    ...STILL,
    type: 'line',
    data: [at(place, share.lower), at(place, share.upper)],
    symbol: 'rect',
    symbolSize: over === 'time' ? [10, 2] : [2, 10],
    itemStyle: { color: COLOUR.ink },
    lineStyle: { color: COLOUR.ink, width: 2 },
  }));
  return {
    xAxis: over === 'time' ? places : values,
    yAxis: over === 'time' ? values : places,
    grid: over === 'time' ? room(size, 32) : listRoom(size, 32),
    series: [
      ...whiskers,
      {
        ...STILL,
        type: 'scatter',
        data: known.map(({ share, place }) => at(place, share.share)),
        symbol: 'circle',
        symbolSize: size === 'small' ? 9 : 13,
        itemStyle: { color: COLOUR.value, borderColor: COLOUR.ground, borderWidth: 1, opacity: 1 },
        z: 3,
      },
    ],
  };
}

/** At a signal the sum begins again at 0: its line does too, or it would look as if drift had gone away. */
export function sequentialOption(chart: SequentialChart, size: Size): EChartsOption {
  const { labels, values, signals, limits } = chart;
  const limit = limits.at(-1) ?? 0;
  return {
    xAxis: placesAxis(labels, size),
    yAxis: valuesAxis(size, plainNumber),
    grid: room(size, 128),
    series: [
      {
        ...STILL,
        type: 'line',
        data: [...limits],
        step: 'middle',
        symbol: 'none',
        lineStyle: { color: COLOUR.ink, width: 2, type: [...DASHES.limit] },
        ...(size === 'large' && {
          endLabel: {
            ...TEXT,
            ...{ show: true, distance: 6, formatter: `${CHART_WORDS.decision} ${plainNumber(limit)}` },
          },
        }),
      },
      ...runs(signals).map((places): LineSeriesOption => {
        const restart = places[0]! > 0 ? [{ value: [places[0]! - 1, 0], symbol: 'none' }] : [];
        return {
          ...STILL,
          type: 'line',
          data: [...restart, ...places.map((place) => sumAt(place, values[place]!, signals[place]!, size))],
          showAllSymbol: true,
          lineStyle: { color: COLOUR.value, width: 2 },
          z: 3,
        };
      }),
    ],
  };
}

function sumAt(place: number, value: number, isSignal: boolean, size: Size) {
  return {
    value: [place, value],
    symbol: isSignal ? 'diamond' : 'circle',
    symbolSize: (isSignal ? 2 : 1) * (size === 'small' ? 5 : 8),
    itemStyle: { color: isSignal ? COLOUR.bad : COLOUR.value },
  };
}

/** Places from one beginning to the signal that ends it. */
function runs(signals: readonly boolean[]): number[][] {
  const found: number[][] = [[]];
  signals.forEach((isSignal, place) => {
    found.at(-1)!.push(place);
    if (isSignal) found.push([]);
  });
  return found.filter((places) => places.length > 0);
}
