import { readConfig } from '../../src/config';
import { defaultPolicy } from '../../src/domain/policy';
import { federated, problemsOf, type Settings } from './right-settings';

describe('changing the policy', () => {
  it('overrides only what is given', () => {
    const { policy } = readConfig({
      ...federated,
      POLICY_NOTICE_DAYS: '5',
      POLICY_TENTATIVE_IS_BUSY: 'no',
      POLICY_EXTRA_CLOSED_DAYS: '2026-12-29, 2026-12-30',
      POLICY_DAY_START: '08:30',
    });
    expect(policy).toEqual({
      ...defaultPolicy,
      noticeDays: 5,
      tentativeIsBusy: false,
      extraClosedDays: ['2026-12-29', '2026-12-30'],
      dayStart: '08:30',
    });
  });

  it('reads the lists of agencies and teams', () => {
    const written = defaultPolicy.agencies.map(({ code, name, school, teams }) => ({
      code,
      name,
      school,
      teams: teams.map((team) => ({ code: team.code, name: team.name, uncheckable: team.uncheckable })),
    }));
    const { policy } = readConfig({ ...federated, POLICY_TEAMS: JSON.stringify(written) });
    expect(policy.agencies).toEqual(defaultPolicy.agencies);
  });

  it('suggests the name that was probably meant', () => {
    expect(problemsOf({ ...federated, POLICY_NOTICEDAYS: '5' })).toEqual([
      'Expected POLICY_NOTICEDAYS to be a setting of the policy, got an unknown name. Did you mean POLICY_NOTICE_DAYS?',
    ]);
  });

  const team = (code: string) => `{"code":"${code}","name":"A team"}`;
  const agency = (code: string, ...teams: string[]) =>
    `{"code":"${code}","name":"An agency","teams":[${teams.join()}]}`;

  it.each([
    ['POLICY_SESSION_MINUTES', '29'],
    ['POLICY_SESSION_MINUTES', '90.5'],
    ['POLICY_SLOT_STEP_MINUTES', '20'],
    ['POLICY_TENTATIVE_IS_BUSY', 'true'],
    ['POLICY_DAY_END', '25:00'],
    ['POLICY_EXTRA_CLOSED_DAYS', '2026-02-29'],
    ['POLICY_CADS_LINE', 'ring us'],
    ['POLICY_CADS_CHECKED', '1 November 2026'],
    ['POLICY_FAMILY_OPENNESS', 'x'.repeat(501)],
    ['POLICY_TEAMS', 'Health, Police'],
    ['POLICY_TEAMS', `[${agency('hl', team('hl-sn'))}]`],
    ['POLICY_TEAMS', `[${agency('hl', team('hl-sn'))},${agency('po')}]`],
    ['POLICY_TEAMS', `[${agency('hl', team('hl-sn'))},${agency('hl', team('po-ne'))}]`],
    ['POLICY_TEAMS', `[${agency('hl', team('one'))},${agency('po', team('one'))}]`],
    ['POLICY_TEAMS', `[${agency('hl', team('h/sn'))},${agency('po', team('po-ne'))}]`],
  ])('refuses %s=%s', (name, value) => {
    const problems = problemsOf({ ...federated, [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`Expected ${name} to be `);
  });

  it.each<[string, Settings]>([
    ['POLICY_LEAST_PARTICIPANTS', { POLICY_LEAST_PARTICIPANTS: '8', POLICY_MOST_PARTICIPANTS: '7' }],
    ['POLICY_LEAST_AGENCIES', { POLICY_LEAST_AGENCIES: '4', POLICY_MOST_PARTICIPANTS: '3' }],
    [
      'POLICY_TEAMS',
      { POLICY_TEAMS: `[${agency('hl', team('a'))},${agency('po', team('b'))}]`, POLICY_LEAST_AGENCIES: '3' },
    ],
    ['POLICY_DAY_START', { POLICY_DAY_START: '12:30' }],
    ['POLICY_DAY_START', { POLICY_NOON: '17:00' }],
    ['POLICY_DIGEST_TIME', { POLICY_DIGEST_TIME: '12:30' }],
    [
      'POLICY_SESSION_MINUTES',
      { POLICY_DAY_END: '13:00', POLICY_SESSION_MINUTES: '240', POLICY_DAY_START: '09:01' },
    ],
    ['POLICY_HORIZON_DAYS', { POLICY_HORIZON_DAYS: '30', POLICY_NOTICE_DAYS: '22' }],
  ])('refuses a contradiction about %s', (name, environment) => {
    const problems = problemsOf({ ...federated, ...environment });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`Expected ${name}`);
  });
});
