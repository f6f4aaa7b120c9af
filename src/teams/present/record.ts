/** The dialog in which a facilitator records a session, with what was chosen in it. */
import type { Policy } from '../../domain/policy';
import type { Held } from '../../domain/request';
import type { Choice } from '../../wording/choice';
import { ALSO_INTRO } from '../../wording/evaluation';
import { RECORD } from '../../wording/session-record';
import { presentRecord, type RecordView } from '../../present/session-record';
import type { Line, Noticed } from '../../present/stated';

export interface RecordCard extends Noticed {
  readonly reference: string;
  readonly request: string;
  readonly attempt: number;
  readonly when: string;
  readonly intro: string;
  readonly until: string;
  readonly hasProblems: boolean;
  readonly problemsHeading: string;
  readonly problems: readonly Line[];
  readonly cameLabel: string;
  readonly came: string;
  readonly agencies: readonly Choice[];
  readonly beganLabel: string;
  readonly began: string;
  readonly endedLabel: string;
  readonly ended: string;
  readonly alsoLabel: string;
  readonly alsoChosen: string;
  readonly also: readonly Choice[];
  readonly ownHeading: string;
  readonly statements: readonly {
    readonly statement: string;
    readonly label: string;
    readonly value: string;
  }[];
  readonly agreements: readonly Choice[];
  readonly themesLabel: string;
  readonly themesChosen: string;
  readonly themes: readonly Choice[];
  readonly concernLabel: string;
  readonly concern: string;
  readonly concerns: readonly Choice[];
  /** Whom to ring where one has not gone by the usual route yet. */
  readonly concernSafety: string;
}

export interface RecordCardView extends RecordView {
  /** Why it could not be saved. */
  readonly notice?: string;
}

export function presentRecordCard(
  request: Held,
  { notice = '', ...view }: RecordCardView,
  policy: Policy,
): RecordCard {
  const { answers, wrong, statements, ...shown } = presentRecord(request, view, policy);
  return {
    ...shown,
    hasNotice: notice !== '',
    notice,
    intro: RECORD.intro,
    hasProblems: wrong.length > 0,
    problemsHeading: RECORD.notSaved,
    problems: wrong.map(({ text }) => ({ text })),
    cameLabel: RECORD.came,
    came: answers.came.join(','),
    beganLabel: RECORD.began,
    began: answers.began,
    endedLabel: RECORD.ended,
    ended: answers.ended,
    alsoLabel: ALSO_INTRO,
    alsoChosen: answers.also.join(','),
    ownHeading: RECORD.own,
    statements: statements.map((each) => ({ ...each, value: answers.agreement[each.statement] ?? '' })),
    themesLabel: RECORD.themes,
    themesChosen: answers.themes.join(','),
    concernLabel: RECORD.concern,
    concern: answers.concern,
  };
}
