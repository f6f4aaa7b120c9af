/** Finds people and cases in everything that is kept, and tells what there is about one: for an access request, or to be erased. */
import { referenceOf } from '../domain/request';
import type { KeptRow, PartPlayed, PersonRecords } from '../ports/person-records';
import { contentWithout } from './erased-person';
import { keyOf, keysOf } from './identities';
import { contentsOf, type Mention, mentionsIn, type Path } from './mentions';
import { ANOTHER_PERSON } from './nobody';
import { partPlayed } from './parts-played';
import { requestOf } from './request-of-row';
import { rowsWithPeople, scan, type ScanningNeeds } from './scanning';

/** What a page can show of each. */
const MOST_FOUND = 50;

export function createPersonRecords(needs: ScanningNeeds): PersonRecords {
  return {
    async search(typed) {
      const { people, requests } = await scan(needs);
      const text = folded(typed);
      const key = keyOf(typed);
      const foundPeople = people.filter(
        (person) => keysOf(person).includes(key) || person.names.some((name) => folded(name).includes(text)),
      );
      const foundRequests = [...requests.values()].filter(({ id, caseReference }) =>
        [caseReference, id, referenceOf(id)].some((reference) => folded(reference) === text),
      );
      return {
        people: foundPeople.slice(0, MOST_FOUND),
        requests: foundRequests.slice(0, MOST_FOUND),
        more: Math.max(0, foundPeople.length - MOST_FOUND) + Math.max(0, foundRequests.length - MOST_FOUND),
      };
    },

    async ofPerson(key, as) {
      const { people, find } = await scan(needs);
      const person = find(key);
      if (!person) return undefined;
      const own = new Set(keysOf(person));
      const everybody = new Set(people.flatMap(keysOf));
      const isAnothers = (each: string) => everybody.has(each) && !own.has(each);
      const others = new Set<string>();
      const rows: KeptRow[] = [];
      for await (const { table, kind, row } of rowsWithPeople(needs.rows)) {
        const mentions = mentionsIn(row);
        const theirs = mentions.filter((each) => isOf(each, own));
        if (theirs.length === 0) continue;
        const parts = [...new Set(theirs.map(({ path }) => partPlayed(table, path)))];
        const about = aboutThem(contentsOf(row), theirs, parts);
        for (const each of mentionsIn({ ...row, columns: asColumns(about) })) {
          const other = find(each.id ?? each.mail ?? '');
          if (other && other.key !== person.key) others.add(other.key);
        }
        const content = as === 'whole' ? about : contentWithout(about, isAnothers, ANOTHER_PERSON);
        const requestId = requestOf(table, row);
        rows.push({
          ...{ table, kind, parts, content: content as KeptRow['content'] },
          ...(requestId !== undefined && { requestId }),
        });
      }
      return { person, rows, others: others.size };
    },

    async ofCase(caseReference) {
      const { requests } = await scan(needs);
      const found = [...requests.values()].filter(
        (request) => folded(request.caseReference) === folded(caseReference),
      );
      if (found.length === 0) return undefined;
      const ids = new Set(found.map(({ id }) => id));
      const rows: KeptRow[] = [];
      for await (const { table, kind, row } of rowsWithPeople(needs.rows)) {
        const requestId = requestOf(table, row);
        if (requestId === undefined || !ids.has(requestId)) continue;
        const parts = [...new Set(mentionsIn(row).map(({ path }) => partPlayed(table, path)))];
        rows.push({ table, kind, parts, content: contentsOf(row), requestId });
      }
      return { requests: found, rows };
    },
  };
}

/** Whatever its accents and capitals. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

function isOf({ id, mail }: Mention, keys: ReadonlySet<string>): boolean {
  return (id !== undefined && keys.has(id)) || (mail !== undefined && keys.has(mail));
}

/** Whose own doing a row is, or is about nobody else. */
const ALL_OF_IT: readonly PartPlayed[] = [
  'requester',
  'colleague',
  'acted',
  'pool',
  'link',
  'conversation',
  'counted',
];

/** What somebody else wrote about a family is not about whoever takes part, or facilitates: of that only what names them. */
function aboutThem(
  contents: Readonly<Record<string, unknown>>,
  theirs: readonly Mention[],
  parts: readonly PartPlayed[],
): KeptRow['content'] {
  const isTheirOwn = theirs.some(({ path }) => path[0] === 'partitionKey' || path[0] === 'rowKey');
  if (isTheirOwn || isTheirDoing(theirs, parts)) return contents;
  return Object.fromEntries(theirs.map(({ path }) => [path.join('.'), at(contents, path)]));
}

/** Of a request whoever asks for it; of an entry in an audit whoever did it. Who approved a request is named in it, no more. */
function isTheirDoing(theirs: readonly Mention[], parts: readonly PartPlayed[]): boolean {
  const isActor = theirs.some(({ path }) => path.join('.') === 'data.by');
  return parts.some((part) => ALL_OF_IT.includes(part) && (part !== 'acted' || isActor));
}

function at(contents: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[step] : undefined,
    contents,
  );
}

function asColumns(content: KeptRow['content']) {
  return { content: { type: 'String', value: JSON.stringify(content) } } as const;
}
