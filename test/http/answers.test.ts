/** Every answer of every door has the headers of its kind, also where the door says no, and where nobody stands behind it. */
import { DOORS, type Door, typeOf } from './doors';
import { wrongHeaders } from './expected-headers';
import { answersIn, type RawAnswer, speak } from './raw-call';
import { type ShippedBot, startShippedBot } from './shipped-bot';

let bot: ShippedBot;
beforeAll(async () => {
  bot = await startShippedBot();
}, 90_000);
afterAll(() => bot.stop());

async function ask(lines: readonly string[], body = ''): Promise<RawAnswer> {
  const head = [...lines, `content-length: ${Buffer.byteLength(body)}`, 'connection: close'].join('\r\n');
  const { text } = await speak({ port: bot.port, pieces: [`${head}\r\n\r\n${body}`], mostMs: 10_000 });
  const [answer] = answersIn(text);
  if (!answer) throw new Error(`Expected an answer, got "${text}"`);
  return answer;
}

const host = (): string => `host: 127.0.0.1:${bot.port}`;

it('holds every way in against the table', () => expect(DOORS.length).toBeGreaterThan(60));

describe.each(DOORS.map((door) => [`${door.method} ${door.path}`, door] as const))('%s', (_, door: Door) => {
  const { method, path, kind } = door;
  const type = typeOf(door);
  const first = `${method} ${path} HTTP/1.1`;
  const sent = type === undefined ? [] : [`content-type: ${type}`];

  it('asked as it wants to be', async () => {
    const answer = await ask([first, host(), ...sent], type === 'application/json' ? '{}' : '');
    expect([answer.status, wrongHeaders(kind, answer)]).toEqual([answer.status, []]);
    expect(answer.status).not.toBe(405);
  });

  it('asked by its own script, without a token', async () => {
    const answer = await ask([first, host(), ...sent, 'hx-request: true', 'authorization: Bearer a.b.c']);
    expect(wrongHeaders(kind, answer)).toEqual([]);
  });

  it('asked in a way it does not know', async () => {
    const answer = await ask([`PATCH ${path} HTTP/1.1`, host()]);
    expect(wrongHeaders('none', answer)).toEqual([]);
    // Pages for people say that there is no such page.
    expect(answer.status).toBe(
      /^\/(request|r|evaluate|privacy|terms|accessibility)\b/.test(path) ? 404 : 405,
    );
  });

  if (method === 'POST')
    it('sent what it does not take', async () => {
      const wrong = await ask([first, host(), 'content-type: image/png'], 'x');
      expect(wrongHeaders('none', wrong)).toEqual([]);
      expect([401, 415, 422]).toContain(wrong.status);
      const tooMuch = ['content-length: 999999999', `content-type: ${type}`, 'connection: close'];
      const { text } = await speak({
        ...{ port: bot.port, mostMs: 10_000 },
        pieces: [[first, host(), ...tooMuch, '', ''].join('\r\n')],
      });
      const [answer] = answersIn(text);
      expect(wrongHeaders('none', answer!)).toEqual([]);
      expect([401, 413]).toContain(answer!.status);
    });
});

it.each([
  '/',
  '/nothing/here',
  '/api/v1/nothing',
  '/request/a/b/c/d',
  '/tab/nothing',
  '/%',
  '//',
  '/..%2f..%2fetc/passwd',
])('has no such page: %s', async (path) => {
  const answer = await ask([`GET ${path} HTTP/1.1`, host()]);
  expect(wrongHeaders('none', answer)).toEqual([]);
  expect(answer.status).toBe(404);
});

it('answers a form that is not as it says with a page, not with a fault', async () => {
  const form = ['content-type: application/x-www-form-urlencoded', 'content-md5: AAAAAAAAAAAAAAAAAAAAAA=='];
  const answer = await ask(['POST /request/link HTTP/1.1', host(), ...form], 'mail=somebody');
  expect([answer.status, wrongHeaders('outside', answer)]).toEqual([422, []]);
});
