/** The codes that are stored with requests and figures, in the lists a partnership starts with: a code that changed would lose what stands under it. */
import { defaultAgencies } from '../../src/domain/agencies';
import { DECLINE_REASONS } from '../../src/domain/ending';
import { DECLINE_WAYS, declineValue } from '../../src/domain/decline-ways';
import {
  alsoOf,
  answerKey,
  lessonOf,
  quarterOf,
  SIGNS,
  signsOf,
  STATEMENTS,
} from '../../src/domain/evaluation';
import { defaultLocalities, localityName } from '../../src/domain/localities';
import { DOORS } from '../../src/domain/signpost';
import { defaultThemes, themeName } from '../../src/domain/themes';

const told = (list: readonly { readonly code: string; readonly name: string }[]) =>
  list.map(({ code, name }) => `${code}: ${name}`);

describe('The lists a partnership starts with', () => {
  it('are of ten agencies, each with its teams and another that is nobody’s own', () => {
    const teamsOf = (code: string) =>
      told(defaultAgencies.find((each) => each.code === code)!.teams).map((each) => each.slice(3));
    expect(told(defaultAgencies)).toEqual([
      "cs: Children's Services",
      'ed: School or college',
      'hl: Health',
      'po: Police',
      'yj: Youth justice',
      'as: Adult social care',
      'ho: Housing',
      'vs: Voluntary sector',
      'pr: Probation',
      'ot: Another agency',
    ]);
    expect(teamsOf('cs')).toEqual([
      'fs: family support',
      'cp: child protection and court',
      'cic: children in care',
      'lc: leaving care',
      'dis: children with disabilities',
      'eh: early help',
      'iro: quality and review',
      'other: another team',
    ]);
    expect(teamsOf('ed').slice(0, -1)).toEqual([
      'eys: early years',
      'pri: primary',
      'sec: secondary',
      'spe: special',
      'col: college',
    ]);
    expect(teamsOf('hl').slice(0, -1)).toEqual([
      'hv: health visiting',
      'sn: school nursing',
      'mh: mental health',
      'ac: hospital',
      'gp: GP practice',
    ]);
    expect(teamsOf('po').slice(0, -1)).toEqual([
      'ch: child abuse investigation',
      'ne: neighbourhood',
      'ex: exploitation',
    ]);
    expect(teamsOf('yj').slice(0, -1)).toEqual(['cm: community']);
    expect(teamsOf('as').slice(0, -1)).toEqual(['mh: mental health', 'lo: locality']);
    expect(teamsOf('ho').slice(0, -1)).toEqual(['di: district council']);
    expect(teamsOf('vs').slice(0, -1)).toEqual(['da: domestic abuse', 'fa: family', 'yo: youth']);
    for (const { code, teams } of defaultAgencies) {
      expect(teams.filter(({ uncheckable }) => uncheckable)).toEqual([teams.at(-1)]);
      expect(teams.every(({ agency }) => agency === code)).toBe(true);
    }
    // School terms concern schools alone.
    expect(defaultAgencies.filter(({ school }) => school).map(({ code }) => code)).toEqual(['ed']);
  });

  it('are of the county’s seven districts', () => {
    expect(told(defaultLocalities)).toEqual([
      'breckland: Breckland',
      'broadland: Broadland',
      'great-yarmouth: Great Yarmouth',
      "west: King's Lynn and West Norfolk",
      'north: North Norfolk',
      'norwich: Norwich',
      'south: South Norfolk',
    ]);
    expect(localityName(defaultLocalities, 'west')).toBe("King's Lynn and West Norfolk");
    expect(localityName(defaultLocalities, 'elsewhere')).toBe('elsewhere');
  });

  it('are of ten themes', () => {
    expect(told(defaultThemes)).toEqual([
      'thresholds: Different views of thresholds',
      'communication: Communication between agencies',
      'roles: Unclear roles, or who leads',
      'disagreement: Disagreement between agencies',
      'capacity: Workload, vacancies and turnover',
      'services: A service that is missing or full',
      'family-voice: Working with families who do not want it',
      "child-voice: The child's voice is hard to hear",
      'own-support: Too little supervision for those who do the work',
      'transitions: Moves between services or areas',
    ]);
    expect(themeName(defaultThemes, 'roles')).toBe('Unclear roles, or who leads');
    expect(themeName(defaultThemes, 'of-before')).toBe('of-before');
  });
});

describe('The ways to decline', () => {
  it('are every other door, and every reason that needs none', () => {
    const doors = DOORS.filter((door) => door !== 'jags').map((door) => `another-door:${door}`);
    const reasons = DECLINE_REASONS.filter((reason) => reason !== 'another-door');
    expect(DECLINE_WAYS.map(declineValue)).toEqual([...doors, ...reasons]);
    expect(
      DECLINE_WAYS.filter(({ reason, door }) => (reason === 'another-door') !== (door !== undefined)),
    ).toEqual([]);
  });
});

describe('An answer about a session', () => {
  const [first, second] = SIGNS;

  it('says signs, none of them, or not sure, and never two of the three', () => {
    expect(alsoOf([])).toBeUndefined();
    expect(alsoOf([second, first, first])).toEqual([first, second]);
    expect(alsoOf(['none', 'none'])).toBe('none');
    expect(alsoOf(['not-sure'])).toBe('not-sure');
    expect(alsoOf(['none', 'not-sure'])).toBeUndefined();
    expect(alsoOf([first, 'none'])).toBeUndefined();
    expect([signsOf('none'), signsOf([first])]).toEqual([[], [first]]);
  });

  it('has the same key whoever gave it, and another where it says something else', () => {
    const agreement = Object.fromEntries(STATEMENTS.map((each, n) => [each, (n % 5) + 1])) as never;
    const turned = Object.fromEntries(STATEMENTS.map((each, n) => [each, (n % 5) + 1]).reverse()) as never;
    const key = answerKey({ agreement, also: [first, second] });
    expect(answerKey({ agreement: turned, also: [second, first] })).toBe(key);
    const others = [
      answerKey({ agreement, also: [first] }),
      answerKey({ agreement, also: 'none' }),
      answerKey({ agreement, also: 'not-sure' }),
      answerKey({
        agreement: { ...(agreement as object), [STATEMENTS[0]]: 4 } as never,
        also: [first, second],
      }),
    ];
    expect(new Set([key, ...others]).size).toBe(5);
  });

  it('keeps a lesson on one line, and of its time the quarter', () => {
    expect(lessonOf('  Meet\n\n earlier. ')).toBe('Meet earlier.');
    expect(lessonOf(' \n ')).toBeUndefined();
    expect(['2026-01', '2026-03', '2026-04', '2026-12'].map(quarterOf)).toEqual([
      '2026-Q1',
      '2026-Q1',
      '2026-Q2',
      '2026-Q4',
    ]);
  });
});
