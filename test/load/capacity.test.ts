import { NORFOLK, PRODUCTION, walls, wallsTable } from './capacity';
import { LIMITS } from './limits';

const deployment = { ...PRODUCTION, msARequest: 15 };
const found = walls(NORFOLK, deployment);
const wall = (what: string, among = found) => among.find((each) => each.what.includes(what))!;

describe('what one deployment carries', () => {
  it('meets the lowest wall first', () => {
    const counts = found.map(({ partnerships }) => partnerships);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(found[0]!.what).toBe(LIMITS.channel.what);
  });

  it.each(['channel', 'mailbox', 'tenant', 'processors', 'one queue', 'account'])(
    'keeps the busiest hour of all within %s, and of one more not',
    (what) => {
      const { used, carried, partnerships } = wall(what);
      expect(used * partnerships).toBeLessThanOrEqual(carried);
      expect(used * (partnerships + 1)).toBeGreaterThan(carried);
    },
  );

  it('reads the list of what is open more often and longer the more there are', () => {
    const twice = { ...NORFOLK, requestsAYear: NORFOLK.requestsAYear * 2 };
    const [once, doubled] = [wall('open'), wall('open', walls(twice, deployment))];
    expect(doubled.partnerships).toBe(Math.floor(once.partnerships / 2));
    expect(doubled.used).toBeGreaterThan(once.used * 2);
  });

  it('moves the wall of the processors with more instances, and no wall outside', () => {
    const four = walls(NORFOLK, { ...deployment, instances: 4 });
    expect(wall('processors', four).carried).toBeCloseTo(wall('processors').carried * 2);
    expect(wall('mailbox', four)).toEqual(wall('mailbox'));
  });

  it('lets four calls of half a second at once be what a mailbox carries, less than its ten minutes allow', () => {
    expect(LIMITS.mailbox.perSecond).toBe(8);
  });

  it('shows every wall with what to change', () => {
    const table = wallsTable(found);
    for (const { what, next } of found) {
      expect(table).toContain(`| ${what} |`);
      expect(table).toContain(`| ${next} |`);
    }
  });
});
