/** What the report for the partnership says around its figures. */
import type { Policy } from '../../../domain/policy';

interface Named {
  readonly kind: 'quarter' | 'year';
  readonly name: string;
}

const QUARTERS = ['January to March', 'April to June', 'July to September', 'October to December'];

function periodInWords({ kind, name }: Named): string {
  if (kind === 'year') return name;
  return `${QUARTERS[Number(name.slice(-1)) - 1]} ${name.slice(0, 4)}`;
}

export const reportWords = {
  of: 'Norfolk Safeguarding Children Partnership: Joint Agency Group Supervision',
  title: (period: Named) => `JAGS report, ${periodInWords(period)}`,
  none: 'There is no such report',
  noneText:
    'There is one for every quarter and every year that is over and that figures are kept of from its first month on. Please choose one above, or come back when the quarter is over.',
  choose: 'Reports',
  back: 'Monitoring',
  print: 'Print, or save as PDF',
  whatIsIt: 'What a JAGS is',
  jags: 'Joint Agency Group Supervision is a reflective, safe space for practitioners of several agencies around one child or family, where the hard work of safeguarding and its emotional impact is understood, contained and held. It is not for sharing new information, setting tasks or making case decisions.',
  inNumbers: 'The time in numbers',
  noValue: 'none',
  true: 'Do JAGS stay true to the model?',
  peopleLead: (months: string, sessions: number, answers: number) =>
    `From what participants said in confidence: ${months}, ${sessions} sessions, ${answers} answers.`,
  peopleColumns: ['Measure', 'Share', 'Count', '95% interval'],
  unassessed: (count: number, sessions: number) =>
    `${count} of ${sessions} ${sessions === 1 ? 'session' : 'sessions'} could not be assessed`,
  noPeople:
    'Nothing can be shown about people for this time: there were too few sessions, answers or facilitators.',
  nothingHeld: 'No month of this time is held back.',
  held: (months: string) =>
    `Not in these figures: ${months}. These months had no session, are held back until there is enough to show, or are shown together with months outside this report.`,
  rule: ({ releaseAnswers, releaseSessions, releaseFacilitators }: Policy) =>
    `Figures about people are shown for runs of whole months with at least ${releaseSessions} sessions, ${releaseAnswers} answers and ${releaseFacilitators} facilitators, and never changed afterwards, so that nothing more can be worked out by comparing two reports.`,
  notMet: 'Requests not met, and why',
  notMetLead: (period: Named) => `What ended in ${periodInWords(period)}, by the month in which it did.`,
  agencies: 'Agencies at the table, and missing',
  agenciesLead: (period: Named) => `Sessions held in ${periodInWords(period)}.`,
  said: 'You said, we did',
  saidLead:
    'Themes about the system around sessions, as facilitators ticked them in the released months of this time, and what the partnership does about them.',
  saidColumns: ['You said', 'Times', 'We did'],
  nothingSaid: 'No theme can be shown for this time.',
  nothingDone: 'No response has been written yet.',
  definitions: 'What is counted, and how',
} as const;
