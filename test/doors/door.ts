/** What a door of the product is to whoever knocks with something wrong, and what is asked of it for each row of its table. */
import { request as httpRequest } from 'node:http';

export interface Knock {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** As they go over the wire: a name may come twice. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: string;
  /** What the log must not hold, whatever became of it. */
  readonly secrets: readonly string[];
}

export interface Knocked {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

export interface Opened {
  readonly port: number;
  /** Everything it keeps, so that it can be seen that nothing came to it. */
  stored(): Promise<unknown>;
  logged(): string;
  close(): Promise<void>;
}

export interface Row<At> {
  readonly what: string;
  readonly status: number;
  readonly wrong: (at: At) => Knock | Promise<Knock>;
  /** The same, right: without it a row could pass because everything is refused. */
  readonly right: (at: At) => Knock | Promise<Knock>;
}

/** Answers to something right. */
const TAKEN = [200, 201, 202, 303];
/** What a stack, a library or a reason would read like. */
const DETAIL =
  /node_modules|\n\s+at |jsonwebtoken|\bJWT\b|Error:|invalid (signature|token)|expired|audience|issuer|\bkid\b|claim/i;

/** What is wrong with how one row went; empty when nothing is. */
export async function wrongWith<At extends Opened>(
  at: At,
  row: Row<At>,
  hasLikeness: boolean,
): Promise<readonly string[]> {
  const wrong = await row.wrong(at);
  const before = JSON.stringify(await at.stored());
  const refused = await knock(at.port, wrong);
  const after = JSON.stringify(await at.stored());
  // Looked at before the right one, which may be logged and stored.
  const log = at.logged();
  const right = await row.right(at);
  const beside = await knock(at.port, right);
  const changed = JSON.stringify(await at.stored()) !== after;
  const bare = hasLikeness ? await knock(at.port, withoutAuthorization(right)) : refused;
  return [
    ...(refused.status === row.status ? [] : [`expected ${row.status}, got ${refused.status}`]),
    ...(before === after ? [] : ['something was stored']),
    ...(DETAIL.test(hasLikeness ? refused.body : '') ? [`told too much: ${refused.body}`] : []),
    ...(isTold(wrong.secrets, refused.body, hasLikeness) ? ['gave back what it was sent'] : []),
    ...(isTold(wrong.secrets, log, true) ? ['the log holds what was sent'] : []),
    ...(refused.status === 401 && !isAlike(refused, bare)
      ? ['not the answer of a call without a token']
      : []),
    ...(TAKEN.includes(beside.status) ? [] : [`the right one beside it got ${beside.status}`]),
    ...(changed || right.method === 'GET' ? [] : ['the right one beside it did nothing']),
  ];
}

function isTold(secrets: readonly string[], text: string, counts: boolean): boolean {
  return counts && secrets.some((secret) => secret.length > 5 && text.includes(secret));
}

function isAlike(one: Knocked, other: Knocked): boolean {
  const seen = ({ status, body, headers: { date: _date, ...headers } }: Knocked) =>
    JSON.stringify({ status, body, headers });
  return seen(one) === seen(other);
}

function withoutAuthorization(right: Knock): Knock {
  return { ...right, headers: right.headers.filter(([name]) => name !== 'Authorization') };
}

/** Plain HTTP, because fetch does not let a test choose every header. */
export async function knock(port: number, { method, path, headers, body }: Knock): Promise<Knocked> {
  const lines = [
    ...[['Host', `127.0.0.1:${port}`], ...headers].flat(),
    ...(body === undefined ? [] : ['Content-Length', String(Buffer.byteLength(body))]),
  ];
  const call = httpRequest({ host: '127.0.0.1', port, method, path, agent: false, headers: lines as never });
  return new Promise((resolve, reject) => {
    call.on('error', reject).on('response', (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => void pieces.push(piece));
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          body: Buffer.concat(pieces).toString(),
        }),
      );
    });
    call.end(body);
  });
}
