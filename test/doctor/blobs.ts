/** What of Blob Storage the doctor asks for: which backups there are, and the manifest of one. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Backup {
  /** When it was taken; none when absent. */
  at?: Date | undefined;
  refused?: boolean;
}

export interface Blobs {
  readonly url: string;
  stop(): Promise<void>;
}

/** Answers as `backup` says at that moment. */
export async function startBlobs(backup: Backup): Promise<Blobs> {
  const server = createServer(({ url = '' }, response) => {
    const [status, type, body] = answerTo(url, backup);
    // Not chained: restify, loaded in the same process, makes every writeHead return nothing.
    response.writeHead(status, {
      'content-type': type,
      'content-length': Buffer.byteLength(body),
      etag: '"0x1"',
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/devstoreaccount1`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answerTo(url: string, { at, refused }: Backup): readonly [number, string, string] {
  if (refused) return [403, XML, errorOf('AuthorizationPermissionMismatch')];
  if (!at) return [404, XML, errorOf('ContainerNotFound')];
  const id = `${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z-0a1b2c`;
  if (url.includes('comp=list'))
    return [
      200,
      XML,
      `${DECLARED}<EnumerationResults><Delimiter>/</Delimiter><Blobs><BlobPrefix><Name>${id}/</Name></BlobPrefix></Blobs><NextMarker /></EnumerationResults>`,
    ];
  const moment = at.getTime();
  const manifest = { id, format: 1, prefix: 'jags', startedAt: moment, finishedAt: moment, tables: {} };
  return [200, 'application/json', JSON.stringify(manifest)];
}

const XML = 'application/xml';
const DECLARED = '<?xml version="1.0" encoding="utf-8"?>';

function errorOf(code: string): string {
  return `${DECLARED}<Error><Code>${code}</Code><Message>None for you.</Message></Error>`;
}
