/** The pages and files of monitoring. Figures that were released are open to the quality role too. */
import { MEASURES } from '../../../domain/monitoring/measures';
import type { Policy } from '../../../domain/policy';
import { readResponse } from '../../../domain/response';
import { measuresOf } from '../../../present/monitoring/measures';
import { periodAsked, periodsIn } from '../../../present/monitoring/period';
import { reportOf } from '../../../present/monitoring/report';
import type { Figures } from '../../../ports/figures';
import type { Responses } from '../../../ports/responses';
import { createDrawing } from '../../charts/drawing';
import { csvOf } from '../../../present/csv';
import { csvFile } from '../csv';
import { notFound } from '../not-found';
import type { Asked, Download, Shown, TabPage } from '../page';
import { monitoringPage } from './monitoring-page';
import { MEASURE_FILE, MONITORING, REPORT, RESPONSES } from './paths';
import { reportPage } from './report-page';
import { responsesPage } from './responses-page';

export interface MonitoringNeeds {
  readonly figures: Pick<Figures, 'monitoring'>;
  readonly responses: Responses;
  readonly policy: Policy;
}

/** The first of them is where the section begins. */
export function monitoringPages(needs: MonitoringNeeds): readonly [TabPage, ...TabPage[]] {
  const { figures, responses, policy } = needs;
  const draw = createDrawing();
  const openTo = ['coordinator', 'quality'] as const;
  return [
    { name: 'tab-monitoring', method: 'get', path: MONITORING, openTo, show: page },
    { name: 'tab-measure-file', method: 'get', path: MEASURE_FILE, openTo, show: measureFile },
    { name: 'tab-report', method: 'get', path: REPORT, openTo, show: report },
    { name: 'tab-responses', method: 'get', path: RESPONSES, show: ({ now }) => responsesAt(now) },
    { name: 'tab-responses-write', method: 'post', path: RESPONSES, show: respond },
  ];

  async function page({ now, roles }: Asked): Promise<Shown> {
    return monitoringPage({ monitoring: await figures.monitoring(now), roles, draw, policy });
  }

  async function measureFile({ now, params }: Asked): Promise<Shown | Download> {
    const id = MEASURES.find((each) => each === params['measure']);
    if (!id) return notFound();
    const measures = measuresOf(await figures.monitoring(now), policy);
    const measure = measures.find((each) => each.id === id);
    if (!measure) return notFound();
    return csvFile(`${id}.csv`, csvOf(measure.table.columns, measure.table.rows));
  }

  async function report({ now, query }: Asked): Promise<Shown> {
    const [monitoring, kept] = await Promise.all([figures.monitoring(now), responses.all()]);
    const periods = periodsIn(monitoring.months);
    const period = periodAsked(query, periods);
    if (!period) return reportPage({ periods });
    return reportPage({
      periods,
      report: reportOf(period, { monitoring, responses: kept, policy }),
      ...{ draw, policy },
    });
  }

  async function responsesAt(now: number): Promise<Shown> {
    return responsesPage({ responses: await responses.all(), policy, now });
  }

  async function respond({ form, now }: Asked): Promise<Shown> {
    const theme = policy.themes.find(({ code }) => code === form.get('theme'));
    if (!theme) return notFound();
    // 1. What is typed, judged before anything of it is kept.
    const text = form.get('text') ?? '';
    const read = readResponse({ theme: theme.code, text, notNames: form.get('notNames') ?? '' }, now);
    if ('problems' in read) {
      const refused = { theme: theme.code, text, problems: read.problems };
      return responsesPage({ responses: await responses.all(), policy, now, refused });
    }
    // 2. In place of what was on the page, and of nothing else.
    const kept = await responses.keep(read.response, form.get('version') || undefined);
    const all = await responses.all();
    if (kept === 'conflict') return responsesPage({ responses: all, policy, now, isConflict: true });
    return responsesPage({ responses: all, policy, now, saved: theme.name });
  }
}
