/** Ports kept for programs that start seconds later must not be given away by the kernel meanwhile. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, steadyPorts } from './steady-ports';

/** Linux's default for ports it chooses itself begins here (ip_local_port_range); other systems' later. */
const FIRST_THE_KERNEL_CHOOSES = 32_768;

describe('a free port', () => {
  const onTestFinished: (() => void)[] = [];
  afterEach(() => {
    for (const done of onTestFinished.splice(0)) done();
  });

  it('is never one that the kernel gives to whoever asks for any', async () => {
    for (let n = 0; n < 50; n += 1) expect(await freePort()).toBeLessThan(FIRST_THE_KERNEL_CHOOSES);
  });

  it('is not one on which somebody listens', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    onTestFinished.push(() => taken.close());
    const { port } = taken.address() as AddressInfo;
    await expect(freePort({ first: port, last: port })).rejects.toThrow(`Expected a free port from ${port}`);
  });
});

it('stays the same from one start to the next', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ports-'));
  const file = join(folder, 'ports.json');
  const first = await steadyPorts(file, ['bot', 'hub']);
  expect(new Set(Object.values(first)).size).toBe(2);
  expect(await steadyPorts(file, ['bot', 'hub'])).toEqual(first);
  rmSync(folder, { recursive: true });
});
