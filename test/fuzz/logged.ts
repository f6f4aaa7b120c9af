/** What a log tells of exceptions that nobody else sees: a turn that failed is answered all the same. */
import type { LogLine } from '../fakes';

export function faultsIn(lines: readonly LogLine[]): readonly string[] {
  return lines
    .filter(({ level, err }) => level === 'error' || err !== undefined)
    .map(({ level, message, err }) => `${level}: ${message} ${JSON.stringify(err ?? '').slice(0, 600)}`);
}
