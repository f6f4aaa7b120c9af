/** Stands in for the ingestion endpoint of Application Insights, on this machine: keeps what it is sent. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

/** As the exporter sends them (the "Breeze" protocol): one for each span, event and metric. */
export interface Envelope {
  readonly name: string;
  readonly iKey: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly data: {
    readonly baseType: string;
    readonly baseData: {
      readonly id?: string;
      readonly name?: string;
      readonly message?: string;
      readonly success?: boolean;
      readonly resultCode?: string;
      readonly responseCode?: string;
      readonly metrics?: readonly { readonly name: string; readonly value: number }[];
      readonly properties?: Readonly<Record<string, string>>;
    };
  };
}

export interface Ingestion {
  readonly connectionString: string;
  /** Everything that came, as it came. */
  readonly bodies: readonly string[];
  readonly paths: readonly string[];
  envelopes(): readonly Envelope[];
  stop(): Promise<void>;
}

/** `hangs`: takes everything and never answers. */
export async function startIngestion({ hangs = false } = {}): Promise<Ingestion> {
  const bodies: string[] = [];
  const paths: string[] = [];
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const raw = Buffer.concat(parts);
      const body = (request.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw).toString();
      bodies.push(body);
      paths.push(request.url ?? '');
      if (hangs) return;
      const count = (JSON.parse(body) as unknown[]).length;
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ itemsReceived: count, itemsAccepted: count, errors: [] }));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    connectionString: connectionStringTo(port),
    bodies,
    paths,
    envelopes: () => bodies.flatMap((body) => JSON.parse(body) as Envelope[]),
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

export function connectionStringTo(port: number): string {
  return `InstrumentationKey=00000000-0000-4000-8000-000000000001;IngestionEndpoint=http://127.0.0.1:${port}/`;
}
