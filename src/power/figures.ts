/** The released figures of monitoring: with what they mean, a page at a time, and as a file. */
import { MEASURE_GROUPS, type MeasureGroup } from '../domain/monitoring/measures';
import type { Instant } from '../domain/intervals';
import type { Policy } from '../domain/policy';
import type { ApiReply } from '../http/api';
import type { Figures } from '../ports/figures';
import { CSV_TYPE } from '../present/csv';
import { figuresCsv, figuresOf } from '../present/monitoring/figure-rows';
import { measuresOf } from '../present/monitoring/measures';
import { VERDICTS } from '../wording/monitoring-signals';
import { monthInWords } from '../wording/when';
import type { Answering, Asked } from './answering';
import { nextLink, pageOf } from './paging';
import { problem } from './problems';
import { CURSOR_STALE } from './wording';

export interface FiguresNeeds {
  readonly figures: Pick<Figures, 'monitoring'>;
  readonly policy: Policy;
  /** Where the API is reached. */
  readonly apiUrl: string;
  readonly now: () => Instant;
  readonly mostOnPage?: number;
}

const MOST_ON_PAGE = 200;

export function monitoringOperations(needs: FiguresNeeds): readonly Answering[] {
  const { figures, policy, apiUrl, now, mostOnPage = MOST_ON_PAGE } = needs;
  const rows = async () => figuresOf(await figures.monitoring(now()), policy);
  return [
    { operation: 'ListMeasures', answer: listMeasures },
    { operation: 'ListFigures', answer: listFigures },
    { operation: 'DownloadFigures', answer: download },
  ];

  async function listMeasures(): Promise<ApiReply> {
    const monitoring = await figures.monitoring(now());
    const measures = measuresOf(monitoring, policy).map(({ id, title, message, definition }) => ({
      ...{ id, group: groupOf(id), title },
      // Its first words say which it is, as in the tab.
      ...{ message: `${VERDICTS[message.verdict]} ${message.text}`.trim() },
      ...{ verdict: message.verdict, definition },
    }));
    return {
      status: 200,
      body: { measures, heldBack: monitoring.released.heldBack.map((month) => monthInWords(`${month}-01`)) },
    };
  }

  async function listFigures({ query }: Asked): Promise<ApiReply> {
    const page = pageOf(await rows(), query.get('cursor'), mostOnPage);
    if (page === 'stale') return problem('bad-call', { errors: [{ field: 'cursor', detail: CURSOR_STALE }] });
    const next = page.next && nextLink(`${apiUrl}/monitoring/figures`, query, page.next);
    return { status: 200, body: { figures: page.items, ...(next && { nextLink: next }) } };
  }

  async function download(): Promise<ApiReply> {
    return {
      status: 200,
      text: { type: CSV_TYPE, content: figuresCsv(await figures.monitoring(now()), policy) },
      headers: { 'Content-Disposition': 'attachment; filename="figures.csv"' },
    };
  }
}

function groupOf(id: string): MeasureGroup {
  const [group] = Object.entries(MEASURE_GROUPS).find(([, ids]) => (ids as readonly string[]).includes(id))!;
  return group as MeasureGroup;
}
