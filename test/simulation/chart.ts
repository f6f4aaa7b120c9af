/** The load of everybody in the pool as a picture: one panel for each way of choosing and kind of calendars. */
import { join } from 'node:path';
import { launchChromium } from '../chromium';

export interface Bar {
  /** Sessions per unit of weight and month in the pool. */
  readonly load: number;
  readonly kind: 'always' | 'joined' | 'away';
}

export interface Panel {
  readonly title: string;
  readonly bars: readonly Bar[];
}

export interface Picture {
  readonly title: string;
  readonly subtitle: string;
  /** Panels side by side; those of a row share a scale. */
  readonly rows: readonly (readonly Panel[])[];
}

/** Okabe and Ito's colours, which people who see few colours can tell apart. */
const COLOURS: Record<Bar['kind'], string> = { always: '#0072B2', joined: '#E69F00', away: '#999999' };
const LEGEND: Record<Bar['kind'], string> = {
  always: 'there all the time',
  joined: 'joined on the way',
  away: 'paused or left on the way',
};
/** How many times the average fits on a scale; a longer bar is cut off and says how long it is. */
const FITS = 2.5;
const SIZE = { width: 1500, height: 920 };
const CHART_JS = join(__dirname, '..', '..', '..', 'node_modules', 'chart.js', 'dist', 'chart.umd.min.js');

/** @throws Error where there is no Chromium: ask `chromiumPath` first. */
export async function drawChart(picture: Picture, file: string): Promise<void> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: SIZE, deviceScaleFactor: 2 });
    await page.setContent(pageOf(picture));
    await page.addScriptTag({ path: CHART_JS });
    await page.addScriptTag({ content: `(${DRAW})(${JSON.stringify(picture.rows.flatMap(panelsOf))})` });
    await page.screenshot({ path: file });
  } finally {
    await browser.close();
  }
}

interface Drawn {
  readonly title: string;
  readonly loads: readonly number[];
  readonly colours: readonly string[];
  readonly average: number;
  readonly most: number;
}

function panelsOf(row: readonly Panel[]): Drawn[] {
  const averages = row.map(({ bars }) => bars.reduce((sum, { load }) => sum + load, 0) / bars.length);
  const most = Math.ceil(FITS * Math.max(...averages) * 2) / 2;
  return row.map(({ title, bars }, n) => {
    const sorted = [...bars].sort((a, b) => b.load - a.load);
    return {
      title,
      loads: sorted.map(({ load }) => load),
      colours: sorted.map(({ kind }) => COLOURS[kind]),
      average: averages[n]!,
      most,
    };
  });
}

function pageOf({ title, subtitle, rows }: Picture): string {
  const kinds = Object.keys(COLOURS) as Bar['kind'][];
  const legend = kinds.map((kind) => `<i style="background:${COLOURS[kind]}"></i>${LEGEND[kind]}`);
  const panels = rows.flat().map(() => '<div><canvas></canvas></div>');
  return `<!doctype html><style>
    body { margin: 24px 32px; font: 15px/1.4 sans-serif; color: #222; background: #fff; }
    h1 { font-size: 24px; margin: 0; } p { margin: 4px 0 0; }
    i { display: inline-block; width: 14px; height: 14px; margin: 0 6px 0 22px; vertical-align: -2px; }
    b { display: inline-block; width: 26px; border-top: 2px dashed #222; margin: 0 6px 4px 22px; }
    main { display: grid; grid-template-columns: repeat(${rows[0]?.length ?? 1}, 1fr); gap: 18px 22px; margin-top: 14px; }
    main div { height: 360px; position: relative; min-width: 0; }
  </style><h1>${title}</h1><p>${subtitle}</p>
  <p style="margin-left:-22px">${legend.join('')}<b></b>average of the pool</p><main>${panels.join('')}</main>`;
}

/** Runs in the browser, where only chart.js is. */
const DRAW = `(panels) => {
  const cutOff = {
    id: 'cut-off',
    afterDatasetsDraw({ ctx, scales: { x, y }, data }) {
      const cut = data.datasets[0].data.filter((load) => load > y.max);
      if (cut.length === 0) return;
      ctx.font = '13px sans-serif';
      ctx.fillStyle = '#222';
      const told = '\\u2190 cut off: ' + cut.map((load) => load.toFixed(1)).join(', ');
      ctx.fillText(told, x.getPixelForValue(cut.length) + 2, y.top + 14);
    },
  };
  Chart.defaults.font.size = 13;
  Chart.defaults.color = '#222';
  document.querySelectorAll('canvas').forEach((canvas, n) => {
    const { title, loads, colours, average, most } = panels[n];
    new Chart(canvas, {
      plugins: [cutOff],
      data: {
        labels: loads.map((_, place) => place + 1),
        datasets: [
          { type: 'bar', data: loads, backgroundColor: colours, categoryPercentage: 1, barPercentage: 0.85, order: 2 },
          { type: 'line', data: loads.map(() => average), borderColor: '#222', borderDash: [6, 4], borderWidth: 1.5, pointRadius: 0, order: 1 },
        ],
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        plugins: { legend: { display: false }, title: { display: true, text: title, font: { size: 16 } } },
        scales: {
          x: { grid: { display: false }, ticks: { maxTicksLimit: 9, maxRotation: 0 }, title: { display: true, text: 'facilitators, the most loaded first' } },
          y: { min: 0, max: most, title: { display: true, text: 'sessions a month per unit of weight' } },
        },
      },
    });
  });
}`;
