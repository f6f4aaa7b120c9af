/** What is kept as a file for programs and people: JSON, complete, in UTF-8. */
import type { Instant } from '../../../domain/intervals';
import type { KeptRow } from '../../../ports/person-records';
import type { Download } from '../page';
import { PARTS } from '../wording/governance';
import { kindInWords } from './kept-in-words';

interface KeptContent {
  readonly about: object;
  readonly otherPeopleLeftOut?: number;
  readonly kept: readonly KeptRow[];
}

export function asFile(file: string, now: Instant, { kept, ...rest }: KeptContent): Download {
  const content = {
    exportedAt: new Date(now).toISOString(),
    ...rest,
    kept: kept.map(({ table, kind, requestId, parts, content: data }) => ({
      what: kindInWords({ table, kind }),
      as: parts.map((part) => PARTS[part]),
      ...(requestId !== undefined && { requestId }),
      ...{ table, kind, data },
    })),
  };
  return { file, type: 'application/json; charset=utf-8', content: `${JSON.stringify(content, null, 2)}\n` };
}
