/** Ports that stay the same from one start to the next, because stored conversations and bookmarks hold them. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';

/** Reads the ports of a former start from the file, or finds free ones and writes them down. */
export async function steadyPorts<Name extends string>(
  file: string,
  names: readonly Name[],
): Promise<Record<Name, number>> {
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>) : {};
  const entries = await Promise.all(
    names.map(async (name) => [name, known[name] ?? (await freePort())] as const),
  );
  const ports = Object.fromEntries(entries) as Record<Name, number>;
  writeFileSync(file, JSON.stringify(ports, null, 2));
  return ports;
}

/** A port nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
