/** Rows as lines of JSON, zipped some at a time, so that however much there is, only a little is in memory. */
import { promisify } from 'node:util';
import { pipeline, Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip, gzip } from 'node:zlib';
import type { StoredRow } from '../ports/backups';

const zipped = promisify(gzip);
/** Before it is zipped: enough to be worth it. */
const PIECE = 256 * 1024;

/** Each piece is a gzip file of its own; one after another they are one, too (RFC 1952, section 2.2). */
export async function* toZipped(batches: AsyncIterable<readonly StoredRow[]>): AsyncGenerator<Uint8Array> {
  let text = '';
  let isFirst = true;
  for await (const rows of batches) {
    text += rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    if (text.length < PIECE) continue;
    yield await zipped(text);
    text = '';
    isFirst = false;
  }
  // An empty table is an empty file, but a zipped one.
  if (text !== '' || isFirst) yield await zipped(text);
}

/** Throws where it is cut off, or is nothing that was written so. */
export async function* fromZipped(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<StoredRow> {
  const unzipped = createGunzip();
  // What goes wrong before it ends it with that error, which the loop below throws.
  pipeline(Readable.from(bytes), unzipped, () => undefined);
  const decoder = new StringDecoder('utf8');
  let left = '';
  for await (const chunk of unzipped) {
    const lines = (left + decoder.write(chunk as Buffer)).split('\n');
    left = lines.pop()!;
    for (const line of lines) yield JSON.parse(line) as StoredRow;
  }
  if (left !== '') throw new Error('Expected the last row to end with its line, got a part of one');
}

/** Some at a time. */
export async function* inBatches(
  rows: AsyncIterable<StoredRow>,
  most = 500,
): AsyncGenerator<readonly StoredRow[]> {
  let batch: StoredRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < most) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
