/** HTTP by hand: what no client would send, and all of what comes back. */
import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  readonly reason: string;
  /** By their names in small letters; more than one of a name joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface RawCall {
  readonly port: number;
  /** Written one after the other, with a pause between them. */
  readonly pieces: readonly (string | Buffer)[];
  readonly pauseMs?: number;
  /** Says that it has no more to say. */
  readonly halfClose?: boolean;
  /** How long the end is waited for. */
  readonly mostMs: number;
}

export interface Heard {
  /** Everything that came back. */
  readonly text: string;
  /** Whether the server ended the connection within the time; the caller never does before. */
  readonly ended: boolean;
  readonly tookMs: number;
}

export function opened(port: number): Socket {
  const socket = connect(port, '127.0.0.1');
  // Being cut off is what is looked for.
  socket.on('error', () => undefined);
  return socket;
}

export async function speak({ port, pieces, pauseMs = 0, halfClose, mostMs }: RawCall): Promise<Heard> {
  const socket = opened(port);
  const began = performance.now();
  let text = '';
  socket.on('data', (piece: Buffer) => (text += piece.toString('latin1')));
  const closed = new Promise<boolean>((resolve) => socket.once('close', () => resolve(true)));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), mostMs)));
  const spoken = say(socket, pieces, pauseMs).then(() => void (halfClose && socket.end()));
  const ended = await Promise.race([closed, late]);
  clearTimeout(timer);
  socket.destroy();
  await spoken;
  return { text, ended, tookMs: performance.now() - began };
}

async function say(socket: Socket, pieces: RawCall['pieces'], pauseMs: number): Promise<void> {
  for (const piece of pieces) {
    if (socket.destroyed) return;
    socket.write(piece);
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

/** Every answer in what came back, one after the other. Bodies go by their declared length. */
export function answersIn(text: string): readonly RawAnswer[] {
  const answers: RawAnswer[] = [];
  for (let rest = text; rest.startsWith('HTTP/1.1 ');) {
    const end = rest.indexOf('\r\n\r\n');
    if (end < 0) break;
    const [first = '', ...lines] = rest.slice(0, end).split('\r\n');
    const headers: Record<string, string> = {};
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
      const key = name.toLowerCase();
      headers[key] = key in headers ? `${headers[key]}, ${value}` : value;
    }
    const [, status = '0', reason = ''] = /^HTTP\/1\.1 (\d+) ?(.*)$/.exec(first) ?? [];
    const from = end + 4;
    const length = Number(headers['content-length'] ?? 0);
    answers.push({ status: Number(status), reason, headers, body: rest.slice(from, from + length) });
    rest = rest.slice(from + length);
  }
  return answers;
}
