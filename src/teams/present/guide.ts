/** The guide as cards: one question with its answers, or the door they lead to. */
import type { TeamCode } from '../../domain/agencies';
import type { Policy } from '../../domain/policy';
import { type AtDoor, type AtQuestion, QUESTIONS, type Risk } from '../../domain/signpost';
import type { Choice } from '../card-data';
import { lineInWords, safetyLine } from '../../wording/safety';
import { DOOR_WORDING, moreToRead } from '../../wording/doors';
import { GUIDE, progress } from '../../wording/guide';
import { teamChoices } from './form-part';
import { dateInWords } from '../../wording/when';

/** What was answered so far travels along: codes, separated by commas. */
export interface GuideCard {
  readonly question: string;
  readonly progress: string;
  readonly answers: readonly { readonly title: string; readonly soFar: string }[];
  readonly asksTeam: boolean;
  readonly team: string;
  readonly teams: readonly Choice[];
  /** The team's code as given before, or ''. */
  readonly knownTeam: string;
  readonly canGoBack: boolean;
  readonly before: string;
  readonly safety: string;
}

export interface DoorCard {
  readonly heading: string;
  readonly why: string;
  readonly hasCall: boolean;
  readonly line: string;
  readonly checked: string;
  readonly next: string;
  readonly more: string;
  /** Where the number is not on the card already. */
  readonly hasSafety: boolean;
  readonly safety: string;
  readonly isJags: boolean;
  readonly isOther: boolean;
  /** What was answered about a child at risk, and the team's code or '': the form starts with them. */
  readonly risk: Risk;
  readonly team: string;
  readonly before: string;
}

/** The team is asked for beside the first question, because it must not stand before it (domain.md, harm 1). */
export function presentQuestion({ answers, ask }: AtQuestion, team: TeamCode, policy: Policy): GuideCard {
  const isFirst = answers.length === 0;
  const titles: Readonly<Record<string, string>> = GUIDE[ask].answers;
  return {
    question: GUIDE[ask].question,
    progress: progress(answers.length),
    answers: QUESTIONS[ask].map((answer) => ({
      title: titles[answer]!,
      soFar: inData([...answers, answer]),
    })),
    asksTeam: isFirst,
    team: isFirst ? team : '',
    teams: isFirst ? teamChoices(policy) : [],
    knownTeam: team,
    canGoBack: !isFirst,
    before: inData(answers.slice(0, -1)),
    safety: safetyLine(policy),
  };
}

export function presentDoor({ answers, situation, door }: AtDoor, team: TeamCode, policy: Policy): DoorCard {
  const { heading, why, next } = DOOR_WORDING[door];
  return {
    heading,
    why,
    hasCall: door === 'cads',
    line: lineInWords(policy),
    checked: dateInWords(policy.cadsChecked),
    next,
    more: moreToRead(DOOR_WORDING[door]),
    hasSafety: door !== 'cads',
    safety: safetyLine(policy),
    isJags: door === 'jags',
    isOther: door !== 'jags',
    // Answered by everybody who is here; if ever not, the way on leads to CADS first.
    risk: situation.risk ?? 'unsure',
    team,
    before: inData(answers.slice(0, -1)),
  };
}

function inData(answers: readonly string[]): string {
  return answers.join(',');
}
