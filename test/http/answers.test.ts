/** Every answer of every door has the headers of its kind, also where the door says no, and where nobody stands behind it. */
import { ask, ASKINGS, lackingIn } from './all-answers';
import { DOORS, typeOf } from './doors';
import { wrongHeaders } from './expected-headers';
import { answersIn, speak } from './raw-call';
import { type ShippedBot, startShippedBot } from './shipped-bot';

let bot: ShippedBot;
beforeAll(async () => {
  bot = await startShippedBot();
});
afterAll(() => bot.stop());

const FOR_PEOPLE = /^\/(request|r|evaluate|privacy|terms|accessibility)\b/;

it('holds every way in against the table', () => expect(DOORS.length).toBeGreaterThan(60));

describe.each(DOORS.map((door) => [`${door.method} ${door.path}`, door] as const))('%s', (_, door) => {
  it.each(ASKINGS.map((asking) => [asking.name, asking] as const))('asked %s', async (_, asking) => {
    const answer = await ask(bot.port, asking.lines(door), asking.body?.(door));
    expect(lackingIn(door, asking, answer)).toEqual([]);
    expect(answer.status).toBeLessThan(500);
    if (asking.byTheDoor) expect(answer.status).not.toBe(405);
    // Pages for people say that there is no such page.
    if (asking.name === 'by a method it does not know')
      expect(answer.status).toBe(FOR_PEOPLE.test(door.path) ? 404 : 405);
  });

  if (door.method === 'POST')
    it('is not sent too much', async () => {
      const { port } = bot;
      const lines = [
        `POST ${door.path} HTTP/1.1`,
        `host: 127.0.0.1:${port}`,
        `content-type: ${typeOf(door)}`,
        ...['content-length: 999999999', 'connection: close', '', ''],
      ];
      const [answer] = answersIn((await speak({ port, pieces: [lines.join('\r\n')], mostMs: 10_000 })).text);
      expect(wrongHeaders('none', answer!)).toEqual([]);
      // Programs have to say first who they are.
      expect([401, 413]).toContain(answer!.status);
    });
});

it.each([
  '/',
  '/nothing',
  '/api/v1/nothing',
  '/request/a/b/c',
  '/tab/nothing',
  '/%',
  '//',
  '/..%2f..%2fetc/passwd',
])('has no such page: %s', async (path) => {
  const answer = await ask(bot.port, [`GET ${path} HTTP/1.1`]);
  expect([answer.status, wrongHeaders('none', answer)]).toEqual([404, []]);
});

it('answers a form that is not as it says with a page, not with a fault', async () => {
  const form = ['content-type: application/x-www-form-urlencoded', 'content-md5: AAAAAAAAAAAAAAAAAAAAAA=='];
  const answer = await ask(bot.port, ['POST /request/link HTTP/1.1', ...form], 'mail=somebody');
  expect([answer.status, wrongHeaders('outside', answer)]).toEqual([422, []]);
});
