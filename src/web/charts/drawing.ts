/** Draws each chart once: figures change when a month or a block of months is over, and pages are opened far more often. */
import type { Chart } from '../../present/monitoring/chart';
import { drawChart } from './draw';
import type { Size } from './look';
import type { Named } from './plain-svg';

export type Draw = (chart: Chart, size: Size, named: Named) => string;

/** More than the page and a few reports have. */
const MOST_KEPT = 200;

export function createDrawing(draw: Draw = drawChart): Draw {
  const kept = new Map<string, string>();
  return (chart, size, named) => {
    const key = JSON.stringify([chart, size, named]);
    const drawn = kept.get(key) ?? draw(chart, size, named);
    // Again at the end of the row: what has not been asked for longest is forgotten first.
    kept.delete(key);
    kept.set(key, drawn);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return drawn;
  };
}
