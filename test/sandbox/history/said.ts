/** What is said of a session of the sandbox's past, by those who came and by its facilitator: as the drift simulation assumes. */
import type { AgencyCode } from '../../../src/domain/agencies';
import {
  type Agreement,
  type Also,
  type EvaluationAnswer,
  type Sign,
  SIGNS,
  type Statement,
  STATEMENTS,
} from '../../../src/domain/evaluation';
import { type Interval, MINUTE_MS } from '../../../src/domain/intervals';
import { OWN_STATEMENTS, type OwnStatement, type SessionRecord } from '../../../src/domain/session-record';
import type { ThemeCode } from '../../../src/domain/themes';
import type { Chance } from '../../simulation/chance';
import { ASSUMED } from '../../simulation/drift/sessions';

export interface Said {
  readonly answers: readonly EvaluationAnswer[];
  readonly lessons: readonly string[];
  /** Absent where the facilitator did not find the two minutes. */
  readonly record?: SessionRecord;
}

/** What drift mostly looks like: NSCP found case-management meetings [SCH]. */
const DRIFTING: readonly Sign[] = [...SIGNS, 'allocated-actions', 'allocated-actions', 'case-updates'];

/** From strongly disagree to strongly agree, as often as they stand here. */
const KEPT: readonly Agreement[] = [5, 5, 5, 5, 4, 4, 4, 4, 4, 4, 3, 2];
const HURT: readonly Agreement[] = [5, 4, 4, 3, 3, 3, 2, 2, 2, 1];
const CARRYING: readonly Agreement[] = [1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 5];
/** Where a session became a meeting about the case, this is what goes first. */
const GOES_FIRST: readonly Statement[] = ['time-to-think', 'feelings-held', 'impact-understood'];

const THEMES: readonly ThemeCode[] = [
  ...Array<ThemeCode>(5).fill('thresholds'),
  ...Array<ThemeCode>(4).fill('capacity'),
  ...Array<ThemeCode>(3).fill('communication'),
  ...[
    'services',
    'services',
    'own-support',
    'own-support',
    'roles',
    'transitions',
    'child-voice',
    'disagreement',
  ],
];

/** Lines for the partnership, put together so that few are the same. */
const OPENINGS = [
  'It would help if',
  'We would have thought better if',
  'I wish that',
  'Next time it matters that',
  'Families would gain if',
  'New colleagues would learn more if',
  'Things would move sooner if',
];
const ENDINGS = [
  'thresholds were talked through with every agency once a year',
  'there were one list of teams and whom to ring',
  'somebody asked schools how they are between meetings',
  'thinking did not start again whenever a worker changes',
  'there were time like this before a crisis and not after it',
  'waiting lists were known to everybody at the start',
  'health and education meant the same by the same words',
  'adult services came too',
  'early years staff had more supervision',
  'it were plain who leads when three services are in',
];

/** How often a facilitator records a session at all. */
const RECORDING = 0.92;
const LEAVING_A_LINE = 0.12;
const NOT_SURE = 0.06;
const NOT_APPLICABLE = 0.04;
const CONCERN = 0.08;

export interface HeldThen {
  readonly slot: Interval;
  /** How many were asked. */
  readonly invited: number;
  readonly came: readonly AgencyCode[];
  readonly drifted: boolean;
}

/** Those who answer are any of them; how many would tick the same sign is in proportion as it is of five. */
export function saidOf(chance: Chance, { slot, invited, came, drifted }: HeldThen): Said {
  const { participants, ticking, mistaken, answering, facilitatorSays } = ASSUMED;
  const wouldTick = drifted
    ? Math.round((chance.pick(ticking) / participants) * invited)
    : Number(chance.happens(mistaken));
  const sign = chance.pick(DRIFTING);
  const says = drifted && (wouldTick < 2 || chance.happens(facilitatorSays));
  const ticks = Array.from({ length: invited }, (_, n) => n < wouldTick);
  const answers = ticks.flatMap((each) =>
    chance.happens(answering) ? [answer(chance, drifted, each && sign)] : [],
  );
  const record = chance.happens(RECORDING) ? recorded(chance, slot, came, says ? [sign] : 'none') : undefined;
  return {
    answers,
    lessons: answers.flatMap(() =>
      chance.happens(LEAVING_A_LINE) ? [`${chance.pick(OPENINGS)} ${chance.pick(ENDINGS)}.`] : [],
    ),
    ...(record && { record }),
  };
}

function answer(chance: Chance, drifted: boolean, sign: Sign | false): EvaluationAnswer {
  const agreement = (statement: Statement): Agreement => {
    if (statement === 'carrying-more') return chance.pick(CARRYING);
    if (chance.happens(NOT_APPLICABLE)) return 'not-applicable';
    return chance.pick(drifted && GOES_FIRST.includes(statement) ? HURT : KEPT);
  };
  return {
    agreement: Object.fromEntries(STATEMENTS.map((each) => [each, agreement(each)])) as Record<
      Statement,
      Agreement
    >,
    also: sign ? [sign] : chance.happens(NOT_SURE) ? 'not-sure' : 'none',
  };
}

function recorded(
  chance: Chance,
  slot: Interval,
  agencies: readonly AgencyCode[],
  also: Also,
): SessionRecord {
  const agreement = Object.fromEntries(OWN_STATEMENTS.map((each) => [each, chance.pick(KEPT)]));
  const themes = Array.from({ length: chance.whole(0, 3) }, () => chance.pick(THEMES));
  return {
    agencies,
    start: slot.start + chance.whole(0, 2) * 5 * MINUTE_MS,
    end: slot.end + chance.whole(-2, 2) * 5 * MINUTE_MS,
    also,
    agreement: agreement as Record<OwnStatement, Agreement>,
    themes: [...new Set(themes)],
    concern: chance.happens(CONCERN),
  };
}
