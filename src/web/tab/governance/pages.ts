/** The pages of information governance, open to its role and to nobody else: the table of contents. */
import { CSV_TYPE } from '../../../present/csv';
import { figuresCsv } from '../../../present/monitoring/figure-rows';
import type { Asked, Download, Shown, TabPage } from '../page';
import { governanceWords } from '../wording/governance';
import { casePages } from './case-pages';
import { foundPage } from './found-page';
import { type Governance, type Governed, noted } from './governed';
import { holdPages } from './hold-pages';
import { notSetUpPage } from './not-set-up';
import { FIGURES_FILE, GOVERNANCE, SEARCH } from './paths';
import { personPages } from './person-pages';
import { startPage } from './start-page';

export interface GovernancePagesNeeds extends Pick<Governed, 'figures' | 'policy'> {
  /** Absent where nobody has the role. */
  readonly governance?: Governance;
}

const LATEST_ACTS = 50;
const LEAST_TYPED = 3;
const LONGEST_TYPED = 200;

/** The first of them is where the section begins. */
export function governancePages(needs: GovernancePagesNeeds): readonly [TabPage, ...TabPage[]] {
  const { governance, figures, policy } = needs;
  const openTo = ['governance'] as const;
  const start = { name: 'tab-governance', method: 'get', path: GOVERNANCE, openTo } as const;
  if (!governance) return [{ ...start, show: async () => notSetUpPage() }];
  const governed: Governed = { ...governance, figures, policy };
  const { records, holds, log } = governed;
  const pages: readonly Omit<TabPage, 'openTo'>[] = [
    { name: 'tab-governance-search', method: 'post', path: SEARCH, show: search },
    ...personPages(governed),
    ...casePages(governed),
    ...holdPages(governed, startWith),
    { name: 'tab-governance-figures', method: 'get', path: FIGURES_FILE, show: released },
  ];
  return [{ ...start, show: () => startWith() }, ...pages.map((page): TabPage => ({ ...page, openTo }))];

  async function startWith(
    said: Omit<Parameters<typeof startPage>[0], 'holds' | 'acts'> = {},
  ): Promise<Shown> {
    const [standing, acts] = await Promise.all([holds.all(), log.latest(LATEST_ACTS)]);
    return startPage({ holds: standing, acts, ...said });
  }

  async function search(asked: Asked): Promise<Shown> {
    const text = (asked.form.get('text') ?? '').trim();
    if (text.length < LEAST_TYPED || text.length > LONGEST_TYPED)
      return startWith({ wrong: [{ field: 'text', text: governanceWords.search.short }] });
    const found = await records.search(text);
    const { people, requests } = found;
    await noted(governed, asked, 'looked-for', { people: people.length, requests: requests.length });
    return foundPage(found);
  }

  async function released(asked: Asked): Promise<Download> {
    const content = figuresCsv(await figures.monitoring(asked.now), policy);
    await noted(governed, asked, 'figures-exported', {});
    return { file: 'released-figures.csv', type: CSV_TYPE, content };
  }
}
