/** With each single thing broken, that check fails and says what to do; those that stand on it wait, and the others pass. */
import { CHECKS } from '../../src/doctor/checks';
import { type CheckName, WORDS } from '../../src/doctor/wording';
import { coordinators } from '../sandbox/people';
import { BREAKAGES } from './breakages';
import { expectNothingPersonal } from './privacy';
import { useSurgery } from './surgery';

const surgery = useSurgery();

interface Told {
  readonly checks: readonly {
    readonly name: CheckName;
    readonly outcome: string;
    readonly why?: string;
    readonly remedy?: string;
    readonly note?: string;
  }[];
}

describe.each(BREAKAGES)('when $when', ({ broken, fails, blocks = [], skips = [], notes = [], says }) => {
  it(`it is said of ${[...fails, ...notes, ...skips].join(', ')}, and of nothing else`, async () => {
    const usual = new Map(told((await surgery.consult(['--json'])).text).map((each) => [each.name, each]));
    const options = (await broken(surgery)) ?? {};
    const { text, exitCode } = await surgery.consult(['--json'], options);
    const other = told(text).filter(
      ({ name, outcome, note }) =>
        outcome !== usual.get(name)?.outcome ||
        (note === undefined) !== (usual.get(name)?.note === undefined),
    );
    const names = (outcome: string) =>
      other.filter((each) => each.outcome === outcome).map(({ name }) => name);
    expect({ failed: names('failed'), skipped: names('skipped').sort(), noted: names('ok') }).toEqual({
      failed: CHECKS.map(({ name }) => name).filter((name) => fails.includes(name)),
      skipped: [...new Set([...blocks, ...skips])].sort(),
      noted: notes,
    });
    for (const { name, why } of other.filter(({ name }) => blocks.includes(name)))
      expect([name, why]).toEqual([
        name,
        expect.stringMatching(/^It stands on “.*”\. Put that right first\.$/),
      ]);
    const said = other
      .filter(({ name }) => !blocks.includes(name))
      .map(({ why, remedy, note }) => [why, remedy, note].filter(Boolean).join('\n'))
      .join('\n');
    expect(said).toMatch(says);
    expect(exitCode).toBe(fails.length > 0 ? 1 : 0);
    expectNothingPersonal(text);
    // What was made for a trial is gone, unless it was its going that was broken.
    expect(surgery.tenant.events.list()).toHaveLength(fails.includes('calendar-tidy') ? 1 : 0);
  });
});

it('each check is in the table, and each has words', () => {
  const broken = BREAKAGES.flatMap(({ fails, notes = [] }) => [...fails, ...notes]);
  const names = CHECKS.map(({ name }) => name).sort();
  // Settings that cannot be read have a test of their own: then there is nothing else to look at.
  expect([...new Set([...broken, 'settings'])].sort()).toEqual(names);
  expect(Object.keys(WORDS).sort()).toEqual(names);
});

describe('when settings are wrong', () => {
  it('all that is wrong is named together, and nothing else is looked at', async () => {
    Object.assign(surgery.settings, {
      ORGANISER: coordinators[0].name,
      LEAD: coordinators[1].mail,
      BOT_PASSWORD: '',
      PORT: '-1',
    });
    const { text, exitCode } = await surgery.consult();
    expect(exitCode).toBe(1);
    for (const problem of [
      'Expected PORT to be a whole number from 0 to 65535, got "-1".',
      'Expected ORGANISER to be the object id of the organiser account, got something else (not shown).',
      'Expected LEAD to be the object id of a person, got something else (not shown).',
      'Expected BOT_PASSWORD to be the bot\'s client secret, got "".',
    ])
      expect(text).toContain(`\n    ${problem}\n`);
    expect(text).toContain('    To do: Put right what is named, then run this again. See .env.sample.\n');
    expect(text.trimEnd().split('\n').at(-1)).toBe(`0 checks passed, 1 failed, ${CHECKS.length - 1} skipped`);
    expectNothingPersonal(text);
  });

  it('those that fit no Graph are among them', async () => {
    const { BOT_ID, BOT_TYPE, BOT_TENANT_ID, BOT_PASSWORD, ...anonymous } = surgery.settings;
    expect([BOT_ID, BOT_TYPE, BOT_TENANT_ID, BOT_PASSWORD]).not.toContain(undefined);
    for (const name of ['BOT_ID', 'BOT_TYPE', 'BOT_TENANT_ID', 'BOT_PASSWORD']) delete surgery.settings[name];
    Object.assign(surgery.settings, anonymous, { ANONYMOUS: 'loopback', GRAPH_URL: 'https://localhost' });
    const { text, exitCode } = await surgery.consult([], { credentials: undefined as never });
    expect(exitCode).toBe(1);
    expect(text).toContain('✗ The settings can be read');
    expect(text).toContain('Expected a credential');
  });
});

describe('a former run that was killed', () => {
  it('is tidied up after, and that is said', async () => {
    const { faults, events } = surgery.tenant;
    faults.add({ kind: 'status', status: 503, method: 'DELETE', path: '/events/', times: 'always' });
    const first = await surgery.consult();
    expect(first.text).toContain('✗ The event is gone again');
    expect(events.list()).toHaveLength(1);
    faults.clear();
    const { text, exitCode } = await surgery.consult();
    expect(exitCode).toBe(0);
    expect(text).toContain('Note: An earlier run of this could not remove its event (1); it is gone now.');
    expect(events.list()).toEqual([]);
  });
});

function told(json: string): Told['checks'] {
  return (JSON.parse(json) as Told).checks;
}
