import type { Check, Finding } from '../../src/doctor/check';
import { failed, ok, skipped } from '../../src/doctor/check';
import { CHECKS } from '../../src/doctor/checks';
import { examine } from '../../src/doctor/examination';
import type { Ground } from '../../src/doctor/ground';
import { asText } from '../../src/doctor/report';
import type { CheckName } from '../../src/doctor/wording';
import { GraphFault } from '../../src/graph/fault';

/** The checks here look at nothing. */
const GROUND = {} as Ground;
const PASSES = async () => ok();
const BAD = { why: 'Broken.', remedy: 'Mend it.' };
const NEVER = () => new Promise<never>(() => undefined);

const kinds = (findings: readonly Finding[]) => findings.map(({ outcome }) => outcome.kind);

describe('examining', () => {
  it('does not look at what stands on a failure, however far off, and looks at everything else', async () => {
    const findings = await examine(
      [
        { name: 'teams-app', needs: ['coordinators'], run: PASSES },
        { name: 'coordinators', needs: ['graph'], run: PASSES },
        { name: 'graph', run: async () => failed(BAD) },
        { name: 'tables', run: PASSES },
      ],
      GROUND,
    );
    expect(kinds(findings)).toEqual(['skipped', 'skipped', 'failed', 'ok']);
    expect(findings[0]!.outcome).toMatchObject({
      why: expect.stringContaining('two people can decide') as string,
    });
  });

  it('looks at what stands on a check that does not apply', async () => {
    const findings = await examine(
      [
        { name: 'sign-in', run: async () => skipped('With ANONYMOUS=loopback nobody signs in.') },
        { name: 'graph', needs: ['sign-in'], run: PASSES },
      ],
      GROUND,
    );
    expect(kinds(findings)).toEqual(['skipped', 'ok']);
  });

  it('tidies up after those before it, whatever came of them', async () => {
    const order: string[] = [];
    const run = (name: string, outcome = ok()) => {
      return async () => {
        order.push(name);
        return outcome;
      };
    };
    await examine(
      [
        { name: 'calendar-tidy', after: ['calendar-write', 'join-link'], run: run('tidy') },
        { name: 'calendar-write', run: run('write', failed(BAD)) },
        { name: 'join-link', needs: ['calendar-write'], run: run('link') },
      ],
      GROUND,
    );
    expect(order).toEqual(['write', 'tidy']);
  });

  it('gives each its own time, side by side, and ends what does not answer', async () => {
    const late = (name: CheckName): Check => ({ name, timeoutMs: 40, run: NEVER });
    const findings = await examine([late('tables'), late('queues'), { name: 'graph', run: PASSES }], GROUND);
    expect(kinds(findings)).toEqual(['failed', 'failed', 'ok']);
    expect(findings[0]!.outcome).toMatchObject({
      why: 'There was no end to it within 0.04 seconds.',
      remedy: expect.stringContaining('Storage Table Data Contributor') as string,
    });
  });

  it('runs those that do not stand on each other at once', async () => {
    // Each ends only when the other has begun.
    const begun: (() => void)[] = [];
    const meet = () =>
      new Promise<ReturnType<typeof ok>>((resolve) => {
        begun.push(() => resolve(ok()));
        if (begun.length === 2) for (const end of begun) end();
      });
    const findings = await examine(
      [
        { name: 'tables', run: meet },
        { name: 'graph', run: meet },
      ],
      GROUND,
    );
    expect(kinds(findings)).toEqual(['ok', 'ok']);
  });

  it.each<[string, unknown, string, string]>([
    [
      'a refusal of Graph’s',
      new GraphFault(
        'secret',
        { permanent: true },
        { status: 403, code: 'ErrorAccessDenied', passing: false },
      ),
      'Microsoft Graph answered 403 ErrorAccessDenied.',
      'Give the app Mail.Read',
    ],
    [
      'Graph in trouble',
      new GraphFault('secret', {}, { status: 503, code: 'ServiceUnavailable', passing: true }),
      'Microsoft Graph answered 503 ServiceUnavailable.',
      'It may pass by itself: run this again in some minutes. If it stays: Give the app Mail.Read',
    ],
    [
      'a fault of our own',
      new Error('Expected "cora@example.org" to be there'),
      'Expected "…" to be there',
      'Give',
    ],
    ['what is no error', 'cora@example.org', '…@…', 'Give'],
  ])('%s is a failure with its remedy, and no data', async (_what, thrown, why, remedy) => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    const findings = await examine([{ name: 'mail-read', run: () => Promise.reject(thrown) }], GROUND);
    expect(findings).toMatchObject([
      { name: 'mail-read', outcome: { kind: 'failed', remedy: expect.stringContaining(remedy) as string } },
    ]);
    expect(JSON.stringify(findings)).toContain(JSON.stringify(why).slice(1, -1));
    expect(JSON.stringify(findings)).not.toMatch(/secret|cora/);
  });

  it('says it when a check stands on one that is not there', async () => {
    const alone: Check = { name: 'graph', needs: ['sign-in'], run: PASSES };
    await expect(examine([alone], GROUND)).rejects.toThrow('Expected the check "sign-in"');
  });
});

describe('the checks', () => {
  it('stand on checks that there are, and in no circle', () => {
    const before = new Map(
      CHECKS.map(({ name, needs = [], after = [] }) => [name, [...needs, ...after]] as const),
    );
    const follow = (name: CheckName, way: readonly CheckName[]): void => {
      expect([name, way]).toEqual([name, way.filter((each) => each !== name)]);
      for (const earlier of before.get(name)!) follow(earlier, [...way, name]);
    };
    for (const name of before.keys()) follow(name, []);
  });
});

describe('what is printed', () => {
  it('is grouped, with what to do under each failure, and the count last', () => {
    const text = asText([
      { name: 'tables', outcome: ok() },
      { name: 'worker', outcome: ok('Off here.') },
      { name: 'settings', outcome: failed({ why: 'One.\nTwo.', remedy: 'Mend it.' }) },
      { name: 'lead', outcome: skipped('LEAD is not set.') },
    ]);
    expect(text.split('\n')).toEqual([
      'Settings',
      '  ✓ This instance does the work (WORKER)',
      '    Note: Off here.',
      '  ✗ The settings can be read',
      '    One.',
      '    Two.',
      '    To do: Mend it.',
      '',
      'Storage',
      '  ✓ Every table is there and can be written to',
      '',
      'People and groups',
      '  – The lead is there (LEAD)',
      '    LEAD is not set.',
      '',
      '2 checks passed, 1 failed, 1 skipped',
      '',
    ]);
  });
});
