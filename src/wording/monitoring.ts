/** What each measure of monitoring is called, and what it means: from the numbers it is counted by, so that both say the same. */
import { AGREES_FROM, FIDELITY_STATEMENTS, LEAST_ANSWERS, LEAST_TICKS } from '../domain/fidelity';
import { DRIFT_DESIGN } from '../domain/monitoring/drift-design';
import type { MeasureId } from '../domain/monitoring/measures';
import { EARLY_MINUTES, leastRecording } from '../domain/monitoring/recorded';
import type { Policy } from '../domain/policy';
import { AGREEMENT_TEXTS, SIGN_TEXTS } from './evaluation';

export const MEASURE_TITLES: Readonly<Record<MeasureId, string>> = {
  'drift-chart': 'Drift, added up',
  drifted: 'Sessions that drifted',
  drift: 'Participants who saw drift',
  signs: 'Which signs of drift',
  fidelity: 'Fidelity: how far it was a JAGS',
  statements: 'Statement by statement',
  recorded: 'What facilitators say',
  'carrying-more': 'Left carrying more',
  response: 'Answers to the evaluation',
  requests: 'Requests',
  'days-to-answer': 'Days to the first answer',
  'days-to-offer': 'Days to an offer',
  'days-to-session': 'Days to the session',
  held: 'Sessions held',
  cancelled: 'Sessions cancelled',
  unmatched: 'Requests without a facilitator',
  participants: 'People invited',
  redirected: 'Shown another door',
  declined: 'Declined, and why',
  'unmatched-why': 'No facilitator, and why',
  'cancelled-why': 'Cancelled, and why',
  'not-held-why': 'Not held, and why',
  agencies: 'Agencies at the table',
  'by-agency': 'By agency that asked',
  'by-locality': 'By locality',
  themes: 'What sessions say of the system',
};

const XMR =
  'The line in the middle is the mean; the limits are the mean plus and minus 2.66 times the average change from month to month, as in the NHS’s “Making Data Count”. Inside them, ups and downs are chance.';

/** Definitions, a sentence each. */
export function definitionOf(id: MeasureId, policy: Policy): readonly string[] {
  const monthly = MONTHLY_DEFINITIONS[id];
  if (monthly) return [monthly(policy), XMR];
  return [...(OTHER_DEFINITIONS[id]?.(policy) ?? []), ...(ABOUT_PEOPLE.includes(id) ? released(policy) : [])];
}

type Definitions<Value> = { readonly [Id in MeasureId]?: (policy: Policy) => Value };

const MONTHLY_DEFINITIONS: Definitions<string> = {
  requests: () => 'Requests, by the month in which they were asked for.',
  'days-to-answer': ({ answerTargetDays }) =>
    `Working days from asking to the coordinators’ first decision: the mean of the requests decided on in that month. The target is ${answerTargetDays}. The day of asking is day 0.`,
  'days-to-offer': () =>
    'Working days from asking until a facilitator was offered the session: the mean of the requests offered in that month.',
  'days-to-session': ({ sessionTargetDays }) =>
    `Working days from asking to the session: the mean of the sessions held in that month. The target is ${sessionTargetDays}.`,
  held: () => 'Sessions that took place in that month.',
  cancelled: () => 'Booked sessions that were cancelled before they began, by the month in which that was.',
  unmatched: () =>
    'Requests closed because no facilitator and time could be found, by the month in which that was.',
  participants: () => 'People who were invited to the sessions held in that month.',
};

const DRIFTED = `A session counts as drifted when at least ${LEAST_TICKS} of those who answered, and at least a third of them, tick the same sign of case management, or its facilitator ticks one. With fewer than ${LEAST_ANSWERS} answers it is not assessable, and not counted.`;

const JUDGED = `A signal where the 95% intervals of the latest months (with at least ${DRIFT_DESIGN.rolling} sessions that could be assessed) and of all before them do not touch; month by month that would be said too often in vain.`;

const OTHER_DEFINITIONS: Definitions<readonly string[]> = {
  'drift-chart': () => [
    `The sum of a CUSUM: every session that drifted adds ${DRIFT_DESIGN.drifted}, every other that could be assessed takes ${-DRIFT_DESIGN.other} away, and it never falls below 0. At the decision limit there is more drift than chance explains, and it starts again at 0.`,
    `It is made for few sessions, where shares by month mislead. It expects ${DRIFT_DESIGN.baseline * 100}% of sessions to drift when all is well, is there to see a rise to ${DRIFT_DESIGN.target * 100}%, and gives a false alarm in at most ${DRIFT_DESIGN.falseAlarmsAYear * 100}% of years.`,
    DRIFTED,
  ],
  drifted: () => [
    DRIFTED,
    'Whether a change of it is a signal, “Drift, added up” says: shares of so few sessions mislead.',
  ],
  drift: () => [
    'Of everybody who answered, those who ticked at least one sign of case management. “Not sure” counts among those who answered.',
    `The signs: ${signs()}. Whether a change is a signal, “Drift, added up” says.`,
  ],
  signs: () => [`Of everybody who answered, those who ticked each sign: ${signs()}.`],
  fidelity: () => [
    `How often those who answered agreed (“${AGREEMENT_TEXTS[AGREES_FROM]}” or more) with the ${FIDELITY_STATEMENTS.length} statements about the model, of all to whom a statement applied. What one person ticks resembles itself, so the interval is as wide as of one tick each.`,
    JUDGED,
  ],
  statements: () => [
    `How often those who answered agreed (“${AGREEMENT_TEXTS[AGREES_FROM]}” or more) with each statement. The last is no part of fidelity: lower is better.`,
  ],
  recorded: (policy) => [
    `Of sessions recorded: how often facilitators agreed (“${AGREEMENT_TEXTS[AGREES_FROM]}” or more) with what they are asked about themselves, of all to which it applied; how often a safeguarding concern arose and went by the usual route, which is no drift; and how often a session ended more than ${EARLY_MINUTES} minutes before its time.`,
    `A run of months is counted here only where at least ${policy.releaseSessions} of its sessions were recorded, by at least ${leastRecording(policy)} facilitators, none of whom recorded more than half: the figures are about them.`,
  ],
  'carrying-more': () => [
    'How often those who answered agreed that they left carrying more than they came with. It is no part of fidelity: the work can be heavy in a good session.',
    JUDGED,
  ],
  response: ({ evaluationDays }) => [
    `Answers, of everybody invited. A session can be evaluated for ${evaluationDays} working days; one reminder is sent. Somebody who answers by the code in the room and by their own link counts twice.`,
    JUDGED,
  ],
  redirected: () => [
    'How often somebody was shown a better door than a JAGS, before or after asking. It may count a person more than once.',
  ],
  declined: () => ['Requests that were declined, by the reason the coordinators chose.'],
  'unmatched-why': () => [
    'Requests closed because no facilitator and time could be found, as far as it is known what stood in the way.',
  ],
  'cancelled-why': () => [
    'Booked sessions that were cancelled before they began, by the reason the coordinators chose. Booked are those held, cancelled and not held.',
  ],
  'not-held-why': () => [
    'Booked sessions that did not take place, as the facilitator or a coordinator said. Booked are those held, cancelled and not held.',
  ],
  agencies: () => [
    'To how many sessions each agency came, of those whose facilitators recorded who was there. These are counts of sessions, not of people.',
  ],
  'by-agency': () => ['By the agency of whoever asked, a calendar year at a time.'],
  'by-locality': () => ['By the locality asked for, a calendar year at a time.'],
  themes: () => [
    'How often facilitators ticked a theme about the system around a session. Nothing of a case is written.',
  ],
};

const ABOUT_PEOPLE: readonly MeasureId[] = [
  ...(['drift-chart', 'drifted', 'drift', 'signs', 'fidelity', 'statements', 'carrying-more'] as const),
  ...(['recorded', 'response', 'by-agency', 'by-locality', 'themes'] as const),
];

/** The release rule (domain.md, "Figures about people"). */
function released(policy: Policy): readonly string[] {
  const { releaseAnswers, releaseSessions, releaseFacilitators } = policy;
  return [
    `Shown for whole runs of months only, each of at least ${releaseSessions} sessions, ${releaseAnswers} answers and ${releaseFacilitators} facilitators with no session more than half of the answers. Once shown a figure is never changed, so that nothing more can be worked out from two of them.`,
    'Every share has its 95% interval (Wilson): with so few answers the true share may be anywhere in it.',
  ];
}

function signs(): string {
  const { none: _none, 'not-sure': _notSure, ...each } = SIGN_TEXTS;
  return Object.values(each).join(', ');
}

/** Headings of the tables behind the charts. */
export const tableWords = {
  nothing: 'none',
  held: 'too few to show',
  monthly: {
    month: 'Month',
    value: (unit: 'count' | 'working-days') => (unit === 'count' ? 'Number' : 'Working days (mean)'),
    of: 'Of requests',
    mean: 'Mean',
    usual: 'Usual range',
    mark: 'Signal',
  },
  share: { count: 'Count', of: 'Of', share: 'Share', interval: '95% interval' },
  months: 'Months',
  limit: 'Decision limit',
  sum: 'Sum',
  sign: 'Sign',
  statement: 'Statement',
  recorded: 'Of sessions recorded',
  why: 'Why',
  where: 'Where to',
  count: 'Number',
  year: 'Year',
  agency: 'Agency',
  locality: 'Locality',
  sessions: 'Sessions',
  ofRecorded: 'Of recorded sessions',
  ofHeld: 'Of sessions held',
  answers: 'Answers',
  fidelity: 'Fidelity',
  drifted: 'Sessions that drifted',
  theme: 'Theme',
  signal: { yes: 'above the limit', no: '' },
} as const;
