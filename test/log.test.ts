import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { TableClient } from '@azure/data-tables';
import { Client, HTTPMessageHandler } from '@microsoft/microsoft-graph-client';
import { ConnectorClient, MicrosoftAppCredentials } from 'botframework-connector';
import fc from 'fast-check';
import { createLog, type LogFields, type LogLevel } from '../src/log';
import { Fault } from '../src/ports';
import { outsiders } from './sandbox/people';

const REQUEST_ID = '7qf3k2m9xw0d4h5j6n8p1r2s3t';
/** Marks everything that must not be seen. */
const MARK = 'marked';
const reason = `${MARK} We are stuck and worried about the family.`;
const token = `${MARK}-dG9rZW4tb2Ytc29tZWJvZHktdGhhdC1pcy1sb25n`;

function written(write: (log: ReturnType<typeof createLog>) => void, level: LogLevel = 'debug') {
  const lines: string[] = [];
  write(createLog({ level, to: { write: (line) => void lines.push(line) } }));
  return { text: lines.join(''), lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

const loggedFault = (err: unknown) => {
  const { text, lines } = written((log) => log.error({ err }, 'effect failed'));
  return { text, fault: lines[0]?.err as Record<string, unknown> };
};

async function thrownBy(call: () => Promise<unknown>): Promise<unknown> {
  try {
    await call();
  } catch (error) {
    return error;
  }
  throw new Error('Expected the call to fail, got an answer');
}

describe('a line of the log', () => {
  it('holds ids, kinds, states, counts and durations', () => {
    const fields = {
      requestId: REQUEST_ID,
      effect: 'find-matches',
      state: 'submitted',
      tries: 2,
      durationMs: 12.5,
      worker: true,
    };
    const { lines } = written((log) =>
      log.info({ ...fields, waitingFor: ['storage', 'graph'] }, 'effect performed'),
    );
    expect(lines).toEqual([
      {
        level: 'info',
        time: expect.any(String) as string,
        ...fields,
        waitingFor: ['storage', 'graph'],
        message: 'effect performed',
      },
    ]);
  });

  it('holds what a child was given', () => {
    const { lines } = written((log) =>
      log.child({ part: 'worker' }).child({ lane: 'arrange' }).warn({ tries: 1 }, 'later'),
    );
    expect(lines[0]).toMatchObject({ level: 'warn', part: 'worker', lane: 'arrange', tries: 1 });
  });

  it('is left out below the level asked for', () => {
    const { lines } = written((log) => {
      log.debug({}, 'a');
      log.info({}, 'b');
      log.warn({}, 'c');
      log.error({}, 'd');
    }, 'warn');
    expect(lines.map(({ message }) => message)).toEqual(['c', 'd']);
  });
});

describe('what must not be in the log', () => {
  const request = {
    id: REQUEST_ID,
    requester: { id: REQUEST_ID, name: MARK, mail: `${MARK}@norfolk-sandbox.example` },
    ask: { reason, caseReference: `${MARK}-2031`, participants: [{ ...outsiders[0], name: MARK }] },
  };

  it.each<[string, object]>([
    ['a whole request', { request }],
    ['a request spread out', request],
    ['a request in the place of an id', { requestId: request }],
    ['a text in the place of an id', { requestId: `${MARK}-2031` }],
    ['a sentence in the place of a state', { state: reason }],
    ['an address in the place of a kind', { kind: `${MARK}@meadow-primary.example` }],
    ['sentences in a list of words', { waitingFor: [reason, 'storage'] }],
    ['a text in the place of a number', { status: MARK }],
    ['headers', { headers: { authorization: `Bearer ${token}` } }],
    ['a path with a token', { route: `/evaluate/${token}`, path: `/r/${token}` }],
    ['an address as the name of a field', { [`${MARK}@meadow-primary.example`]: 1 }],
    [
      'a name of a field that objects inherit',
      { constructor: MARK, toString: MARK, __proto__: { [MARK]: MARK } },
    ],
    ['a message in the place of frames', { frames: `Error: ${MARK}\n${MARK} at home` }],
    ['a map', { count: new Map([[MARK, MARK]]) }],
  ])('leaves out %s', (_, fields) => {
    const careless = fields as LogFields;
    const { text, lines } = written((log) => {
      log.info(careless, 'careless');
      log.child(careless).info({}, 'careless');
    });
    expect(lines).toHaveLength(2);
    expect(text).not.toContain(MARK);
  });

  it('counts what was left out', () => {
    const careless = { request, tries: 1, headers: {} } as LogFields;
    expect(written((log) => log.info(careless, 'careless')).lines[0]).toMatchObject({ tries: 1, leftOut: 2 });
  });

  it.each([undefined, null, 'a text', 7])('survives %p in the place of fields', (fields) => {
    const { lines } = written((log) => log.info(fields as unknown as LogFields, 'careless'));
    expect(lines).toHaveLength(1);
  });

  it('takes an error in the place of fields for what it is', () => {
    const error = Object.assign(new Error('lost'), { request });
    const { text, lines } = written((log) => log.error(error as LogFields, 'careless'));
    expect(lines[0]).toMatchObject({ err: { name: 'Error', message: 'lost' } });
    expect(text).not.toContain(MARK);
  });

  it('holds no string longer than a word but ids, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.object({ maxDepth: 3 }),
        fc.constantFrom('requestId', 'state', 'route', 'tries', 'waitingFor'),
        (value, name) => {
          const { lines } = written((log) => log.info({ ...value, [name]: value }, 'careless'));
          const { level, time, message, leftOut, ...rest } = lines[0]!;
          expect([level, message, typeof time, typeof leftOut]).toEqual([
            'info',
            'careless',
            'string',
            'number',
          ]);
          expect(Object.keys(rest)).toEqual([]);
        },
      ),
    );
  });
});

describe('an error in the log', () => {
  it('has its name, message, code, status, cause and where it happened', () => {
    const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:10002'), { code: 'ECONNREFUSED' });
    const { fault } = loggedFault(
      Object.assign(new Fault('Expected the table to answer, got nothing', { cause }), { status: 503 }),
    );
    expect(fault).toMatchObject({
      name: 'Fault',
      message: 'Expected the table to answer, got nothing',
      status: 503,
      cause: { code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:10002' },
    });
    expect(fault.stack).toContainEqual(expect.stringContaining('log.test.ts'));
  });

  it.each<[string, unknown]>([
    ['a text', 'could not'],
    ['nothing', null],
    ['an object', { reason }],
    ['an error whose causes go round', circular()],
    ['an error with a sentence as its name', Object.assign(new Error('x'), { name: reason, code: reason })],
  ])('may be %s', (_, thrown) => {
    const { text, fault } = loggedFault(thrown);
    expect(fault.name).toEqual(expect.any(String));
    expect(text).not.toContain(MARK);
  });

  it.each([
    ['an address', `No mailbox for ${MARK}@meadow-primary.example, sorry`],
    ['a quoted value', `Expected a team, got "${reason}".`],
    ['a quoted value that was cut off', `Expected a team, got "${reason}`],
    ['a singly quoted value', `The user '${MARK}' can't be found`],
    ['a body', `Unexpected answer {"error":{"message":"${MARK}"}}`],
    ['a page', `Unexpected answer <html>${MARK}</html>`],
    ['a text that is no JSON', `Unexpected token 'D', ..."name": ${MARK} Short, "team"... is not valid JSON`],
    ['a second line', `Bad Request\n${reason}`],
    ['a web address', `GET https://jags.example/evaluate/${MARK}?key=${MARK} failed`],
    ['a path', `/evaluate/${MARK} does not exist`],
    ['an authorization header', `Sent Bearer ${MARK}`],
    ['a JWT', `eyJhbGciOiJub25lIn0.${MARK}.c2ln is not valid`],
    ['an id of a person in Teams', `29:${MARK}-0000-0001 is not in the roster`],
  ])('does not quote %s', (_, message) => {
    const { text, fault } = loggedFault(new Error(message));
    expect(text).not.toContain(MARK);
    expect((fault.message as string).length).toBeGreaterThan(3);
  });

  it('keeps what helps to find the cause', () => {
    const messages = [
      `Expected request ${REQUEST_ID} to be saved, got 412`,
      "Cannot read properties of undefined (reading 'mail')",
      'connect ECONNREFUSED 127.0.0.1:10002',
    ];
    expect(messages.map((message) => loggedFault(new Error(message)).fault.message)).toEqual([
      messages[0],
      "Cannot read properties of undefined (reading '…')",
      messages[2],
    ]);
  });
});

describe('errors as the libraries throw them', () => {
  let server: Server;
  let url: string;

  beforeAll(async () => {
    // Answers as careless services do: the body and the headers repeat what was sent.
    server = createServer((request, response) => {
      let sent = '';
      request.on('data', (chunk: Buffer) => (sent += chunk.toString()));
      request.on('end', () => {
        response.writeHead(400, { 'content-type': 'application/json', 'x-echo': MARK });
        response.end(
          JSON.stringify({ error: { code: 'BadArgument', message: `Cannot take "${reason}"`, sent }, sent }),
        );
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => server.close());

  it.each<[string, () => Promise<unknown>]>([
    [
      'storage',
      () =>
        new TableClient(url, 'requests', {
          allowInsecureConnection: true,
          retryOptions: { maxRetries: 0 },
        }).createEntity({
          partitionKey: MARK,
          rowKey: MARK,
          reason,
        }),
    ],
    [
      'Graph',
      () =>
        Client.initWithMiddleware({ baseUrl: url, middleware: new HTTPMessageHandler() })
          .api(`/users/${MARK}@norfolk-sandbox.example/events`)
          .post({ subject: reason }),
    ],
    [
      'the connector',
      () =>
        new ConnectorClient(MicrosoftAppCredentials.Empty, { baseUri: url }).conversations.sendToConversation(
          MARK,
          {
            type: 'message',
            text: reason,
          },
        ),
    ],
  ])('say where it failed and with what status, of %s, and nothing of the bodies', async (_, call) => {
    const error = await thrownBy(call);
    const { text, fault } = loggedFault(error);
    expect(JSON.stringify(error, everything(error))).toContain(MARK);
    expect(text).not.toContain(MARK);
    expect(fault).toMatchObject({ status: 400, stack: expect.any(Array) as string[] });
  });
});

function circular(): Error {
  const error = new Error('round');
  error.cause = error;
  return error;
}

/** Lets JSON.stringify see the properties of an error that it would skip, once each. */
function everything(error: unknown) {
  const seen = new Set<unknown>();
  return (_: string, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    if (seen.has(value)) return undefined;
    seen.add(value);
    return value === error
      ? Object.fromEntries(
          Object.getOwnPropertyNames(value).map((name) => [name, (value as Record<string, unknown>)[name]]),
        )
      : value;
  };
}
