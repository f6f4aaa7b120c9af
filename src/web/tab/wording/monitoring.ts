/** What the monitoring page says around its measures. */
import type { MeasureGroup } from '../../../domain/monitoring/measures';

export const monitoringWords = {
  title: 'Monitoring',
  lead: 'Whether JAGS stay true to the model, and how asking for one goes. A signal is a change that chance hardly explains. Noise is the ups and downs there always are: nothing needs to be done about it.',
  qualityLead: 'You see what has been released: whole months, and nobody’s session alone.',
  glance: 'At a glance',
  none: 'There are no whole months to show yet. Figures come when the first month is over.',
  reports: 'Reports',
  latestQuarter: (name: string) => `Report of ${name}`,
  responses: 'You said, we did: write the responses',
  heldBack: (months: string) =>
    `Held back: ${months}. There are too few sessions, answers or facilitators to show anything about people yet. They are shown together with the months after them, as soon as there is enough.`,
  lessons: 'What participants would have the partnership learn',
  earlierLessons: (count: number) => `Earlier lines (${count})`,
  lessonsLead:
    'Lines from the evaluations of released months, sorted by their letters. No name is stored with them; somebody might still guess.',
  noLessons: 'Nobody wrote a line in the released months.',
} as const;

export const groupWords: Readonly<Record<MeasureGroup, string>> = {
  fidelity: 'Do JAGS stay true to the model?',
  asking: 'How asking for one goes',
  reasons: 'Not met, and why',
  table: 'Who is at the table',
  learning: 'What the partnership can learn',
};

export const measureWords = {
  chart: (title: string) => `Chart: ${title}`,
  table: (title: string) => `The figures behind it: ${title}`,
  definition: (title: string) => `What is counted: ${title}`,
  nothing: 'There is nothing to show yet.',
  csv: 'Download as CSV',
  png: 'Download as PNG',
  trial: 'Trial limits: fewer than 12 months',
  intervals: 'Each dot is a share, each line its 95% interval: the true share may be anywhere on it.',
} as const;

export const nowWords = {
  title: 'Now',
  lead: 'As of this moment, for coordinators only.',
  waiting: 'Requests waiting for a facilitator',
  waitingText: (count: number, days: number) =>
    count === 0 ? 'None' : `${count}; the longest for ${days} working ${days === 1 ? 'day' : 'days'}`,
  unmatched: 'Of them without a match',
  pool: 'Facilitators who may be asked today',
  used: 'Of them, facilitated in the last twelve months',
  usedText: (used: number, of: number) => `${used} of ${of}`,
  training: 'Training running out',
  practice: 'Out of practice',
  load: 'How evenly sessions are spread',
  loadText: (most: number) =>
    most === 0
      ? 'Nobody has facilitated in the last twelve months.'
      : `Sessions each facilitator had in the last twelve months: from none up to ${most}. No names.`,
  loadRow: (sessions: number) => (sessions === 1 ? '1 session' : `${sessions} sessions`),
  loadTable: 'The figures behind it: how evenly sessions are spread',
  loadColumns: ['Sessions', 'Facilitators'],
} as const;

export const responseWords = {
  title: 'You said, we did',
  lead: 'What the partnership does about each theme. It is printed in the report for everybody: nothing about a child, a family or anybody by name, please.',
  label: (theme: string) => `We did, about “${theme}”`,
  hint: (longest: number) => `At most ${longest} characters. Leave it empty to take the response back.`,
  last: (on: string) => `Last written on ${on}.`,
  save: 'Save',
  saved: (theme: string) => `Saved: ${theme}`,
  savedText: 'It is in the report from now on.',
  conflict:
    'Somebody else has written about this theme meanwhile. Their text is shown below; nothing of yours was saved.',
  wrong: 'This was not saved yet',
  back: 'Monitoring',
} as const;
