import { Agent } from 'node:https';
import { connect as connectTls } from 'node:tls';
import type { Address } from '../../src/power/resolving';
import { calling, receiver, receivers } from './calling';
import { certificate, startReceiver } from './receiver';

const PUBLIC: Address = { address: '93.184.216.34', family: 4 };

describe('Where a name leads', () => {
  /** Connections as they would be made, to a receiver on this machine in place of the public address. */
  class Noting extends Agent {
    readonly asked: unknown[] = [];
    constructor(readonly port: number) {
      super();
    }
    override createConnection(options: { servername?: string; lookup?: (...given: unknown[]) => void }) {
      const { servername, lookup } = options;
      lookup!(servername, { all: false }, (_error: unknown, address: unknown) => this.asked.push(address));
      lookup!(servername, { all: true }, (_error: unknown, all: unknown) => this.asked.push(all));
      return connectTls({ port: this.port, host: '127.0.0.1', servername: servername!, ca: certificate });
    }
  }
  const REFUSED = { met: 'failed', problem: 'not-allowed' };

  it('is asked once, and the connection is made there, under the name that was asked for', async () => {
    const there = await receiver({ tls: true });
    const agent = new Noting(there.port);
    const asked: string[] = [];
    const call = calling({
      agent,
      loopback: false,
      // Another answer the second time: whoever asked again would be led inside.
      lookup: async (name) => (asked.push(name) === 1 ? [PUBLIC] : [{ address: '10.0.0.1', family: 4 }]),
    });
    expect(await call('https://prod.flows.example:443/a')).toEqual({ met: 'delivered' });
    expect(asked).toEqual(['prod.flows.example']);
    expect(agent.asked).toEqual([PUBLIC.address, [PUBLIC]]);
    expect(there.heard[0]?.headers.host).toBe('prod.flows.example');
    expect(await call('https://prod.flows.example/a')).toEqual(REFUSED);
    expect(there.heard).toHaveLength(1);
    agent.destroy();
  });

  it('is where the call goes on this machine too, and not where the name leads a moment later', async () => {
    const [there, other] = [await receiver(), await startReceiver({ at: '127.0.0.2' })];
    receivers.push(other);
    let asked = 0;
    const lookup = async () => [{ address: (asked += 1) === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }];
    expect(await calling({ lookup })(there.url)).toEqual({ met: 'delivered' });
    expect(asked).toBe(1);
    expect([there.heard.length, other.heard.length]).toEqual([1, 0]);
  });

  it('may be several places, of which the next is tried where nobody is at the first', async () => {
    const there = await receiver();
    const lookup = async () => [
      { address: '::1', family: 6 },
      { address: '127.0.0.1', family: 4 },
    ];
    expect(await calling({ lookup })(there.url)).toEqual({ met: 'delivered' });
    expect(there.heard).toHaveLength(1);
  });

  it.each<[string, readonly string[]]>([
    ['into a private network', ['10.0.0.1']],
    ['to what a cloud tells its machines', ['169.254.169.254']],
    ['to this machine', ['127.0.0.1']],
    ['to this machine in version 6', ['::1']],
    ['to version 4 in other clothes', ['::ffff:169.254.169.254']],
    ['outside and inside', ['93.184.216.34', '192.168.0.1']],
    ['inside and outside', ['fd00::1', '2603:1020:700::1']],
    ['nowhere', []],
  ])('is not called where that is %s', async (_where, addresses) => {
    const there = await receiver({ tls: true });
    const agent = new Noting(there.port);
    const lookup = async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    expect(await calling({ agent, loopback: false, lookup })('https://prod.flows.example/a')).toEqual(
      REFUSED,
    );
    expect(agent.asked).toEqual([]);
    expect(there.heard).toHaveLength(0);
    agent.destroy();
  });

  it('is a failed try where nobody knows, or nobody says in time', async () => {
    const fault = Object.assign(new Error('marked'), { code: 'ENOTFOUND' });
    const unknown = calling({ lookup: () => Promise.reject(fault) });
    expect(await unknown('https://prod.flows.example/')).toEqual({ met: 'failed', problem: 'no-such-name' });
    const silent = calling({ timeoutMs: 50, lookup: () => new Promise(() => undefined) });
    expect(await silent('https://prod.flows.example/')).toEqual({ met: 'failed', problem: 'timeout' });
  });

  it('is not even asked of an address that may not be called any more', async () => {
    const asked: string[] = [];
    const call = calling({ hosts: ['hooks.example'], lookup: async (name) => (asked.push(name), [PUBLIC]) });
    expect(await call('https://prod.flows.example/')).toEqual(REFUSED);
    expect(asked).toEqual([]);
  });
});
