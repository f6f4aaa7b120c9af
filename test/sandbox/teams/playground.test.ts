import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coordinators } from '../people';
import { startHub } from './hub';
import { startPlayground } from './playground';

it('says so when the port of a Playground is taken, and leaves nothing running', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'playground-'));
  const hub = await startHub({ bot: 'http://127.0.0.1:9/api/messages' });
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const started = startPlayground({
    person: coordinators[0],
    members: coordinators,
    hubUrl: hub.url,
    port,
    dir,
  });
  await expect(started).rejects.toThrow(
    `Expected port ${port} for ${coordinators[0].name}'s Playground, but it is taken`,
  );
  await hub.stop();
  other.close();
  rmSync(dir, { recursive: true });
});
