/** Ports that stay the same from one start to the next, because stored conversations and bookmarks hold them. */
import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** Reads the ports of a former start from the file, or finds free ones and writes them down. */
export async function steadyPorts<Name extends string>(
  file: string,
  names: readonly Name[],
): Promise<Record<Name, number>> {
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>) : {};
  const ports = { ...known } as Record<Name, number>;
  for (const name of names) ports[name] ??= await freePort();
  writeFileSync(file, JSON.stringify(ports, null, 2));
  return ports;
}

/**
 * Below those that the kernel chooses by itself for whoever listens on any port or connects (Linux: from 32768), so that
 * a port is still free when its program gets to listen; above those that browsers refuse (the last is 10080).
 */
const KEPT_FOR_PROGRAMS = { first: 20_000, last: 32_767 };
const TRIES = 100;

/** A port nobody listens on at the moment, chosen at random: other processes choose theirs from the same. */
export async function freePort({ first, last } = KEPT_FOR_PROGRAMS): Promise<number> {
  for (let n = 0; n < TRIES; n += 1) {
    const port = randomInt(first, last + 1);
    if (await isFree(port)) return port;
  }
  throw new Error(`Expected a free port from ${first} to ${last}, tried ${TRIES}`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
