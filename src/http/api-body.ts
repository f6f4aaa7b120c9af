/** Reads what a program posts, once it is known that it may: JSON, not packed, no longer than allowed. */
import type { IncomingMessage } from 'node:http';

/** The status it is refused with. */
export type ReadBody = { readonly json: unknown } | { readonly refused: 400 | 413 | 415 };

export async function readApiBody(request: IncomingMessage, mostBytes: number): Promise<ReadBody> {
  const {
    'content-type': type = '',
    'content-encoding': packed = 'identity',
    'content-length': length,
    'transfer-encoding': inPieces,
  } = request.headers;
  if (inPieces === undefined && Number(length ?? 0) === 0) return { json: undefined };
  if (Number(length ?? 0) > mostBytes) return { refused: 413 };
  if (type.split(';', 1)[0]?.trim().toLowerCase() !== 'application/json' || packed !== 'identity')
    return { refused: 415 };
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of request as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > mostBytes) return { refused: 413 };
      pieces.push(piece);
    }
  } catch {
    // Hung up, or cut for being too slow: nobody is there to be answered.
    return { refused: 400 };
  }
  return parsed(Buffer.concat(pieces));
}

function parsed(bytes: Buffer): ReadBody {
  try {
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown };
  } catch {
    return { refused: 400 };
  }
}
