import { writeFileSync } from 'node:fs';
import { xmr } from '../src/domain/spc';
import { drawChart } from '../src/web/charts/draw';
import { proportion } from '../src/domain/monitoring/proportion';
import type { Chart } from '../src/present/monitoring/chart';
import { launchChromium } from './chromium';
it('draws', async () => {
  const labels = Array.from({ length: 24 }, (_, n) => ['Jan','Feb','Mar','Apr','May','Jun','Jul','Aug','Sep','Oct','Nov','Dec'][n % 12] + ' ' + (25 + Math.floor(n / 12)));
  const values = [8,7,9,6,8,10,7,9,8,6,7,9,8,7,12,13,12,11,14,12,13,30,12,13];
  const x = xmr(values);
  const charts: Chart[] = [
    { kind: 'xmr', labels, points: x.points.map((p, n) => n === 4 ? undefined : ({ ...p, better: false })), limits: 'firm', target: 11 },
    { kind: 'intervals', over: 'time', labels: labels.slice(0, 8), shares: [proportion(3, 9), proportion(8, 12), undefined, proportion(0, 7), proportion(7, 7), proportion(5, 15), proportion(5, 15), proportion(5, 15)] },
    { kind: 'intervals', over: 'list', labels: ['I felt safe to say what I really thought', 'Difficult feelings were held well enough for us to keep thinking', 'x'], shares: [proportion(3, 9), proportion(8, 12), undefined] },
    { kind: 'sequential', labels: labels.slice(0, 8), values: [0, 0.4, 1.2, 0.8, 2.4, 3.6, 1, 0], signals: [false,false,false,false,false,true,false,false], limit: 3.2 },
    { kind: 'bars', labels: ["Children's Services", 'School or college', 'Housing'], values: [30, 12, 0] },
  ];
  const t = performance.now();
  const svgs = charts.flatMap((c, n) => [drawChart(c, 'large', { id: 'a' + n, title: 'T', text: 'x' }), drawChart(c, 'small', { id: 'b' + n, title: 'T', text: 'x' })]);
  console.log((performance.now() - t) / svgs.length, svgs.map((s) => s.length));
  const t2 = performance.now();
  for (const c of charts) drawChart(c, 'large', { id: 'a', title: 'T', text: 'x' });
  console.log((performance.now() - t2) / charts.length);
  writeFileSync('/tmp/page-look/a.svg', svgs[0]!);
  const css = ':root{--ink:#242424;--quiet:#565656;--line:#d1d1d1;--ground:#fff;--link:#4f52b2;--good:#0e700e;--bad:#b10e1c;--warning:#8a3707} svg{display:block;font-family:Liberation Sans} ';
  const html = `<style>${css}</style><div style="width:760px">${svgs.filter((_, n) => n % 2 === 0).join('')}</div><div style="width:280px">${svgs.filter((_, n) => n % 2 === 1).join('<hr>')}</div>`;
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 900, height: 900 } });
  await page.setContent(html);
  await page.screenshot({ path: '/tmp/page-look/charts.png', fullPage: true });
  await browser.close();
}, 60000);
