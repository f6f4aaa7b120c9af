/** Draws a chart as SVG on the server, with ECharts, which is loaded when the first is drawn: starting need not wait for it. */
import type * as ECharts from 'echarts';
import type { EChartsOption } from 'echarts';
import type { Chart } from '../../present/monitoring/chart';
import { barsOption } from './bars-option';
import { type Size, SIZES } from './look';
import { type Named, plainSvg } from './plain-svg';
import { intervalsOption, sequentialOption } from './share-options';
import { xmrOption } from './xmr-option';

/** A row of a list needs as much room, however many there are. */
const ROW_HEIGHT = 36;
const LIST_EDGE = 48;

export function drawChart(chart: Chart, size: Size, named: Named): string {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const echarts = require('echarts/dist/echarts.common.min.js') as typeof ECharts;
  const { width } = SIZES[size];
  const drawing = echarts.init(null, null, {
    ...{ renderer: 'svg', ssr: true, width },
    height: heightOf(chart, size),
  });
  try {
    drawing.setOption({ animation: false, backgroundColor: 'transparent', ...optionOf(chart, size) });
    return plainSvg(drawing.renderToSVGString({ useViewBox: true }), named);
  } finally {
    drawing.dispose();
  }
}

function optionOf(chart: Chart, size: Size): EChartsOption {
  switch (chart.kind) {
    case 'xmr':
      return xmrOption(chart, size);
    case 'intervals':
      return intervalsOption(chart, size);
    case 'sequential':
      return sequentialOption(chart, size);
    case 'bars':
      return barsOption(chart, size);
  }
}

function heightOf(chart: Chart, size: Size): number {
  const isList = chart.kind === 'bars' || (chart.kind === 'intervals' && chart.over === 'list');
  if (size === 'small' || !isList) return SIZES[size].height;
  return LIST_EDGE + ROW_HEIGHT * Math.max(1, chart.labels.length);
}
