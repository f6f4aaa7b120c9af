/** Whatever is sent by hand ends within the time there is for it, as the table has it, and costs nobody else anything. */
import { outsideFaultPages } from '../../src/web/outside/plain-page';
import { defaultPolicy } from '../../src/domain/policy';
import { apiFaults } from '../../src/power/api';
import { get, lines, received, start, stop } from '../web-server';
import { type Attack, LARGE, ODD, SLOW, SMUGGLED } from './attacks';
import { wrongHeaders } from './expected-headers';
import { answersIn, speak } from './raw-call';

const ARRIVAL_MS = 300;

let port: number;
beforeAll(async () => {
  const page = { name: 'page', method: 'post' } as const;
  const answer = async () => ({ status: 200, content: '', headers: {} });
  ({ port } = await start({
    arrivalMs: ARRIVAL_MS,
    faultPages: outsideFaultPages(defaultPolicy),
    apiFaults,
    pages: ['/request/link', '/tab/import'].map((path) => ({ ...page, path, answer })),
    api: [
      {
        ...{ name: 'operation', method: 'post', path: '/api/v1/requests' },
        answer: async ({ body }) => {
          const read = await body();
          return 'refused' in read ? apiFaults.answer(read.refused) : { status: 200, body: {} };
        },
      },
    ],
  }));
});
afterAll(stop);

const sent = ({ pieces, slowly, halfClose }: Attack) =>
  speak({
    ...{ port, pieces: pieces(`127.0.0.1:${port}`), mostMs: 10_000 },
    ...(slowly && { pauseMs: 10 }),
    ...(halfClose && { halfClose }),
  });

describe.each(Object.entries({ slow: SLOW, large: LARGE, smuggled: SMUGGLED, odd: ODD }))(
  '%s',
  (_, attacks) => {
    it.each(attacks.map((attack) => [attack.name, attack] as const))('%s', async (_, attack) => {
      received.length = 0;
      const { text, ended } = await sent(attack);
      const answers = answersIn(text);
      expect(answers.map(({ status }) => status)).toEqual(attack.statuses);
      expect(answers.flatMap((answer) => wrongHeaders('none', answer))).toEqual([]);
      expect(ended).toBe(true);
      expect(received).toEqual([]);
      expect((await get('/health/live')).status).toBe(200);
    });
  },
);

describe('what Node refuses by itself', () => {
  const slow = (path: string, type: string) => ({
    ...{ port, mostMs: 5_000 },
    pieces: [
      `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: ${type}\r\ncontent-length: 9\r\n\r\n`,
    ],
  });

  it('is a problem for programs', async () => {
    const [answer] = answersIn((await speak(slow('/api/v1/requests', 'application/json'))).text);
    expect(answer?.headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(answer!.body)).toMatchObject({ type: 'urn:jags:problem:too-slow', status: 408 });
  });

  it('is a page for people', async () => {
    const { text } = await speak(slow('/request/link', 'application/x-www-form-urlencoded'));
    const [answer] = answersIn(text);
    expect([answer?.status, answer?.headers['content-type']]).toEqual([408, 'text/html; charset=utf-8']);
    expect(answer!.body).toContain('This took too long to arrive');
    expect(wrongHeaders('outside', answer!)).toEqual([]);
  });

  it('is written down by its status and Node’s name for it, and nothing that was sent', async () => {
    lines.length = 0;
    await speak({ port, pieces: ['marked marked marked\r\n\r\n'], mostMs: 5_000 });
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      expect.objectContaining({
        status: 400,
        code: 'HPE_INVALID_METHOD',
        message: 'refused before it was read',
      }),
    ]);
    expect(lines.join('')).not.toContain('marked');
  });
});
