/** Every door of a running bot asked in each way there is, and what its answers lack. */
import { type Door, DOORS, typeOf } from './doors';
import { wrongHeaders } from './expected-headers';
import { answersIn, type RawAnswer, speak } from './raw-call';

export interface Asking {
  readonly name: string;
  /** The request line and headers but for the host. */
  readonly lines: (door: Door) => readonly string[];
  readonly body?: (door: Door) => string;
  /** Whether what answers is the door itself, or the server in its place. */
  readonly byTheDoor: boolean;
}

const typed = (door: Door): readonly string[] => {
  const type = typeOf(door);
  return type === undefined ? [] : [`content-type: ${type}`];
};
const first = ({ method, path }: Door): string => `${method} ${path} HTTP/1.1`;

export const ASKINGS: readonly Asking[] = [
  {
    name: 'as it wants to be',
    lines: (door) => [first(door), ...typed(door)],
    body: (door) => (typeOf(door) === 'application/json' ? '{}' : ''),
    byTheDoor: true,
  },
  {
    name: 'with a token that is none',
    lines: (door) => [first(door), ...typed(door), 'hx-request: true', 'authorization: Bearer a.b.c'],
    byTheDoor: true,
  },
  {
    name: 'from another site',
    lines: (door) => [
      first(door),
      ...typed(door),
      'sec-fetch-site: cross-site',
      'origin: https://attacker.example',
    ],
    byTheDoor: true,
  },
  { name: 'by a method it does not know', lines: ({ path }) => [`PATCH ${path} HTTP/1.1`], byTheDoor: false },
  {
    name: 'with what it does not take',
    lines: (door) => [first(door), 'content-type: image/png'],
    body: ({ method }) => (method === 'POST' ? 'x' : ''),
    byTheDoor: false,
  },
];

/** @throws Error where nothing is answered */
export async function ask(port: number, lines: readonly string[], body = ''): Promise<RawAnswer> {
  const [request, ...headers] = lines;
  const length = `content-length: ${Buffer.byteLength(body)}`;
  const head = [request, `host: 127.0.0.1:${port}`, ...headers, length, 'connection: close'].join('\r\n');
  const { text } = await speak({ port, pieces: [`${head}\r\n\r\n${body}`], mostMs: 10_000 });
  const [answer] = answersIn(text);
  if (!answer) throw new Error(`Expected an answer to ${request}, got "${text}"`);
  return answer;
}

/** What is wrong with the headers of an answer, by the kind of door if it is the door that says it. */
export function lackingIn(
  { kind, method }: Door,
  { byTheDoor }: Asking,
  answer: RawAnswer,
): readonly string[] {
  const isItsOwn = byTheDoor || (answer.status < 400 && method !== 'POST');
  return wrongHeaders(isItsOwn ? kind : 'none', answer);
}

export interface AnswersSeen {
  readonly doors: number;
  readonly answers: number;
  readonly statuses: Readonly<Record<number, number>>;
  readonly wrong: readonly string[];
}

export async function allAnswers(port: number): Promise<AnswersSeen> {
  const statuses: Record<number, number> = {};
  const wrong: string[] = [];
  for (const door of DOORS)
    for (const asking of ASKINGS) {
      const answer = await ask(port, asking.lines(door), asking.body?.(door));
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      const where = `${door.method} ${door.path}, asked ${asking.name}`;
      wrong.push(...lackingIn(door, asking, answer).map((what) => `${where}: ${what}`));
    }
  const answers = Object.values(statuses).reduce((sum, count) => sum + count, 0);
  return { doors: DOORS.length, answers, statuses, wrong };
}
