import {
  DOORS,
  type Door,
  follow,
  MOST_ANSWERS,
  QUESTIONS,
  RULES,
  type Way,
} from '../../src/domain/signpost';

/** Every way from the beginning to a door. */
function waysToADoor(answers: readonly string[] = []): Way[] {
  const way = follow(answers)!;
  if ('door' in way) return [way];
  return QUESTIONS[way.ask].flatMap((answer) => waysToADoor([...answers, answer]));
}

const ways = waysToADoor();
const doorOf = (way: Way | undefined): Door | undefined => (way && 'door' in way ? way.door : undefined);

/** Read off the table anew: every answer the rule names was given. */
function fits({ when }: (typeof RULES)[number], situation: Way['situation']): boolean {
  return Object.entries(when).every(([question, answers]) =>
    (answers as readonly string[]).includes(situation[question as keyof typeof situation] ?? ''),
  );
}

describe('the right door', () => {
  it.each<[string, Door, readonly string[]]>([
    ['a child at risk, and nobody told', 'cads', ['unreported']],
    ['not sure whether a child is at risk', 'cads', ['unsure']],
    ['a new concern, and a social worker', 'social-worker', ['no', 'new-concern', 'yes']],
    ['a new concern, and no social worker', 'cads', ['no', 'new-concern', 'no']],
    ['a new concern, and not sure about a social worker', 'cads', ['no', 'new-concern', 'unsure']],
    ["another agency's decision", 'professional-disagreement', ['no', 'disagreement']],
    ['information, tasks, decisions', 'statutory-meeting', ['no', 'share-or-decide']],
    ['routine supervision of several agencies', 'tafs', ['no', 'think', 'several-agencies', 'routine']],
    ['one social work team learning', 'group-supervision', ['no', 'think', 'social-work-team']],
    ["one practitioner's case", 'case-supervision', ['no', 'think', 'one-practitioner']],
    ['several agencies, stuck or affected', 'jags', ['no', 'think', 'several-agencies', 'stuck']],
  ])('%s: %s', (_situation, door, answers) => {
    expect(doorOf(follow(answers))).toBe(door);
  });

  it('is the same for a risk that CADS, the social worker or the police know of already', () => {
    for (const way of ways.filter(({ situation }) => situation.risk === 'no'))
      expect(doorOf(follow(['known', ...way.answers.slice(1)]))).toBe(doorOf(way));
  });

  it('is asked for from the beginning with the question about a child at risk', () => {
    expect(follow([])).toMatchObject({ ask: 'risk' });
  });

  it('is reached in four answers at most, whatever they are', () => {
    expect(Math.max(...ways.map(({ answers }) => answers.length))).toBe(MOST_ANSWERS);
    expect(MOST_ANSWERS).toBe(4);
  });

  it('can be each of them, and JAGS only by the answers that fit it', () => {
    expect(new Set(ways.map(doorOf))).toEqual(new Set(DOORS));
    const toJags = ways.filter((way) => doorOf(way) === 'jags').map(({ answers }) => answers.slice(1));
    expect(toJags).toEqual([
      ['think', 'several-agencies', 'stuck'],
      ['think', 'several-agencies', 'stuck'],
    ]);
  });

  it('is never a question of the order of the rules: each way fits one of them, and each rule a way', () => {
    const fitting = ways.map(({ situation }) => RULES.filter((rule) => fits(rule, situation)));
    expect(fitting.filter((rules) => rules.length !== 1)).toEqual([]);
    expect(new Set(fitting.flat())).toEqual(new Set(RULES));
  });
});

describe('answers that nobody was asked for', () => {
  it.each([
    [['maybe']],
    [['think']],
    [['no', 'yes']],
    [['unreported', 'think']],
    [['no', 'disagreement', 'yes']],
    [['no', 'think', 'toString']],
    [['']],
  ])('lead nowhere: %j', (answers) => {
    expect(follow(answers)).toBeUndefined();
  });
});
