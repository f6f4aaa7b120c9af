import { createAppInstalling } from '../../src/graph/app-installing';
import { GraphFault } from '../../src/graph/fault';
import { at } from '../builders';
import { createMemoryClaims } from '../memory/claims';
import { facilitators } from '../sandbox/people';
import { graphOffice } from './graph-office';

const APP = '7ea50000-0000-4000-8000-000000000001';
const [fay, amber] = facilitators;
const office = graphOffice();

function desk() {
  const clock = { now: at('2026-11-24T10:00') };
  const warnings: string[] = [];
  const installing = createAppInstalling({
    graph: office.graph(),
    teamsAppId: APP,
    claims: createMemoryClaims(),
    now: () => clock.now,
    log: { warn: (_fields, message) => warnings.push(message) },
  });
  const tomorrow = () => (clock.now = at('2026-11-25T10:00'));
  return { installing, warnings, tomorrow };
}
const refuse = (status: number, times: 'always' | number = 'always') =>
  office.tenant.faults.add({ kind: 'status', status, path: 'installedApps', times });

describe('Installing the app for somebody', () => {
  it('puts it into their Teams, from the catalogue', async () => {
    expect(await desk().installing.install(fay.id)).toBe('installed');
    expect(office.tenant.apps.of(fay.mail)).toEqual([APP]);
    expect(office.tenant.apps.of(amber.mail)).toEqual([]);
  });

  it('is done where it is there already', async () => {
    await desk().installing.install(fay.id);
    expect(await desk().installing.install(fay.id)).toBe('installed');
  });

  it.each([403, 404, 400])(
    'is refused on %s, said in the log, and asked again the next day only',
    async (status) => {
      refuse(status);
      const { installing, warnings, tomorrow } = desk();
      expect(await installing.install(fay.id)).toBe('refused');
      expect(await installing.install(fay.id.toUpperCase())).toBe('refused');
      expect(office.calls()).toHaveLength(1);
      expect(warnings).toHaveLength(1);
      expect(await installing.install(amber.id)).toBe('refused');
      expect(office.calls()).toHaveLength(2);
      office.tenant.faults.clear();
      tomorrow();
      expect(await installing.install(fay.id)).toBe('installed');
    },
  );

  it.each([429, 500, 503])('is tried again soon after %s', async (status) => {
    refuse(status, 1);
    const { installing } = desk();
    await expect(installing.install(fay.id)).rejects.toThrow(GraphFault);
    expect(await installing.install(fay.id)).toBe('installed');
  });

  it('is done when the answer was lost after it was done', async () => {
    office.tenant.faults.add({ kind: 'commit-then-reset', path: 'installedApps' });
    const { installing } = desk();
    await expect(installing.install(fay.id)).rejects.toThrow(GraphFault);
    expect(await installing.install(fay.id)).toBe('installed');
    expect(office.tenant.apps.of(fay.mail)).toEqual([APP]);
  });
});
