import { coordinators } from '../sandbox/people';
import { CHANNEL, type Office, openOffice, textOf } from './office';

const [cora] = coordinators;
const THREAD = `${CHANNEL};messageid=1`;

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

describe('what coordinators are told at once, and that is about no request', () => {
  it('is a line in their channel that says what to do', async () => {
    await office.says(cora, '<at>JAGS</at> use this channel', THREAD);
    const before = office.connector.in(CHANNEL).length;
    expect(await office.alerts.raise('too-many-asks')).toBe('shown');
    const posted = office.connector.in(CHANNEL).slice(before);
    expect(posted).toHaveLength(1);
    expect(textOf(posted[0])).toContain('Please tell your IT team.');
  });

  it('says where to look when another program cannot be told', async () => {
    await office.says(cora, '<at>JAGS</at> use this channel', THREAD);
    expect(await office.alerts.raise('deliveries-parked')).toBe('shown');
    expect(textOf(office.connector.in(CHANNEL).at(-1))).toMatch(/open the tab, “Connections”/);
  });

  it('says what to do where whoever asked for a connection is no coordinator any more', async () => {
    await office.says(cora, '<at>JAGS</at> use this channel', THREAD);
    expect(await office.alerts.raise('deliveries-ownerless')).toBe('shown');
    expect(textOf(office.connector.in(CHANNEL).at(-1))).toMatch(/no coordinator any more.*“Connections”/);
  });

  it('goes nowhere while no channel has been chosen', async () => {
    expect(await office.alerts.raise('too-many-asks')).toBe('nowhere');
  });
});
