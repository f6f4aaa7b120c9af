import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readRequest } from './http-exchange';

/** The public origin under which tests have a subscriber known. */
export const ORIGIN = 'https://jags.sandbox.example';

export interface Subscriber {
  readonly url: string;
  /** What was posted to it, in order, without handshakes. */
  readonly received: Record<string, unknown>[];
  /** Change its fields: how the handshake and everything else is answered. */
  readonly answers: {
    handshake: (token: string) => { status: number; type: string; text: string };
    status: number;
  };
  stop(): Promise<void>;
}

/** Somebody who wants to be told of changes, on loopback. */
export async function startSubscriber(): Promise<Subscriber> {
  const received: Record<string, unknown>[] = [];
  const answers: Subscriber['answers'] = {
    handshake: (token) => ({ status: 200, type: 'text/plain', text: token }),
    status: 202,
  };
  const server = createServer((incoming, response) => {
    void readRequest(incoming, 'http://127.0.0.1').then(({ address, text }) => {
      const token = address.searchParams.get('validationToken');
      if (token !== null) {
        const { status, type, text: said } = answers.handshake(token);
        // Not chained: restify, where a test has loaded it, answers nothing here.
        response.writeHead(status, { 'Content-Type': type });
        return response.end(said);
      }
      const { value } = JSON.parse(text) as { value: Record<string, unknown>[] };
      received.push(...value);
      response.writeHead(answers.status);
      return response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answers,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
