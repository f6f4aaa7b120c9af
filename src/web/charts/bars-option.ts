/** How often what, below each other, each with its number. */
import type { EChartsOption } from 'echarts';
import type { BarsChart } from '../../present/monitoring/chart';
import { COLOUR, listRoom, placesAxis, plainNumber, type Size, STILL, TEXT, valuesAxis } from './look';

/** Hatched, so that a bar is one where colours are not, as on paper. */
const HATCHED = { symbol: 'rect', color: COLOUR.ground, rotation: Math.PI / 4 } as const;

export function barsOption({ labels, values }: BarsChart, size: Size): EChartsOption {
  return {
    xAxis: {
      ...valuesAxis(size, plainNumber),
      minInterval: 1,
      axisLabel: { show: false },
      splitLine: { show: false },
    },
    yAxis: placesAxis(labels, size, 'list'),
    grid: listRoom(size, 48),
    series: [
      {
        ...STILL,
        type: 'bar',
        data: [...values],
        barMaxWidth: 22,
        itemStyle: {
          color: COLOUR.value,
          borderColor: COLOUR.value,
          decal: { ...HATCHED, dashArrayX: [1, 0], dashArrayY: [1, 6] },
        },
        label: { ...TEXT, show: size === 'large', position: 'right' },
      },
    ],
  };
}
