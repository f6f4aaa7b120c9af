/** The pages and files that bring facilitators into the pool and out of it. Nothing is kept between two pages. */
import { localDate } from '../../domain/calendar';
import type { Facilitator } from '../../domain/facilitator';
import type { FacilitatorDraft } from '../../domain/facilitator-form';
import type { Instant } from '../../domain/intervals';
import type { Policy } from '../../domain/policy';
import type { Pool } from '../../ports/pool';
import { csvFile } from './csv';
import type { Asked, Download, Shown, TabPage } from './page';
import { readRoster, writeRoster } from './roster-csv';
import { rowsFromForm, type SentRow } from './roster-form';
import { changedSince, judgeRows } from './roster-import';
import { EXAMPLE, IMPORT, POOL_FILE } from './roster-paths';
import { previewPage } from './roster-preview';
import { savedPage } from './roster-saved';
import { type RosterSavingNeeds, saveRoster } from './roster-saving';
import { uploadPage } from './roster-upload';

export interface RosterNeeds extends RosterSavingNeeds {
  readonly pool: Pick<Pool, 'all' | 'find'>;
  readonly policy: Policy;
}

/** The largest file as a form sends it, three characters for a byte, and the names of its fields. */
const MOST_BODY_BYTES = 4 * 1024 * 1024;

export function rosterPages(needs: RosterNeeds): readonly TabPage[] {
  const { policy } = needs;
  return [
    { name: 'tab-import', method: 'get', path: IMPORT, show: async () => uploadPage(policy) },
    {
      name: 'tab-import-rows',
      method: 'post',
      path: IMPORT,
      mostBytes: MOST_BODY_BYTES,
      show: (asked) => rowsSent(asked, needs),
    },
    { name: 'tab-import-example', method: 'get', path: EXAMPLE, show: async () => example(policy) },
    { name: 'tab-pool-file', method: 'get', path: POOL_FILE, show: ({ now }) => poolFile(now, needs) },
  ];
}

async function rowsSent({ form, now, by }: Asked, needs: RosterNeeds): Promise<Shown> {
  const { pool, policy } = needs;
  // 1. A file, or the rows of a page made from one.
  const read = form.has('text') ? rowsInText(form.get('text') ?? '') : undefined;
  if (read && 'refused' in read)
    return uploadPage(policy, read.refused, read.refused.fault === 'too-big' ? '' : (form.get('text') ?? ''));
  const sent = read ?? { rows: rowsFromForm(form), ignored: form.getAll('ignored') };
  if (sent.rows.length === 0) return uploadPage(policy, { fault: 'nothing' });

  // 2. Judged by the pool as it is now, whatever the page before said.
  const facilitators = (await pool.all()).map(({ facilitator }) => facilitator);
  const rows = judgeRows(sent.rows, facilitators, now, policy);
  const isWrong = rows.some(({ outcome }) => outcome.kind === 'wrong');
  const isStale = rows.some((row) => row.outcome.kind !== 'left-out' && changedSince(row));
  const wantsSaving = form.get('do') === 'save';

  // 3. Only what somebody has seen is saved.
  if (!wantsSaving || isWrong || isStale)
    return previewPage({ rows, ignored: sent.ignored, policy, isStale: wantsSaving && isStale });
  return savedPage(await saveRoster(rows, by, needs));
}

function rowsInText(text: string) {
  const file = readRoster(text);
  if ('refused' in file) return file;
  return { ...file, rows: file.rows.map((row): SentRow => ({ ...row, leave: false })) };
}

/** Those who left stay out of it: read again, it would take them for members of the pool. */
async function poolFile(now: Instant, { pool, policy }: RosterNeeds): Promise<Download> {
  const today = localDate(now);
  const facilitators = (await pool.all())
    .map(({ facilitator }): Facilitator => facilitator)
    .filter(({ leftOn }) => leftOn === undefined || leftOn > today)
    .sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));
  return csvFile('facilitators.csv', writeRoster(facilitators, policy));
}

/** Two invented people, one with all there is to say and one with the least. */
function example(policy: Policy): Download {
  const teams = policy.agencies.flatMap((agency) => agency.teams.map(({ code }) => code));
  const [first = '', second = first, third = second] = teams;
  const all: FacilitatorDraft = {
    name: 'Scarlet Sepia',
    mail: 'scarlet.sepia@organisation.example',
    team: first,
    trainedOn: '2026-03-16',
    trainedUntil: '2028-03-16',
    refresherOn: '2026-09-07',
    supervisedOn: '2026-10-05',
    localities: policy.localities.slice(0, 2).map(({ code }) => code),
    weight: 0.5,
    sessionsPerMonth: 1,
    joinedOn: '2026-04-01',
    facilitatedBefore: '2026-06-15',
    excludedTeams: [second],
  };
  const least: FacilitatorDraft = {
    name: 'Umber Ultramarine',
    mail: 'umber@organisation.example',
    team: third,
  };
  return csvFile('facilitators-example.csv', writeRoster([all, least], policy));
}
