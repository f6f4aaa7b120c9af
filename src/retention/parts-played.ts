/** As what somebody is named: told by the table and the path, for people to read. */
import type { TableName } from '../ports/backups';
import type { PartPlayed } from '../ports/person-records';
import type { Path } from './mentions';

const BY_TABLE: Partial<Record<TableName, PartPlayed>> = {
  index: 'requester',
  conversations: 'conversation',
  links: 'link',
  evaluations: 'participant',
  facts: 'counted',
  governance: 'accounted',
  operations: 'accounted',
};

/** The innermost that is named so. */
const BY_FIELD: Readonly<Record<string, PartPlayed>> = {
  colleague: 'colleague',
  requester: 'requester',
  requesterId: 'requester',
  participants: 'participant',
  absent: 'participant',
  asked: 'participant',
  unseen: 'participant',
  proposal: 'participant',
  interpreters: 'interpreter',
  matches: 'considered',
  passed: 'considered',
  facilitator: 'facilitator',
  facilitatedBy: 'facilitator',
  beside: 'facilitator',
  by: 'acted',
  approvedBy: 'acted',
  returnedBy: 'acted',
  reoffer: 'acted',
};

export function partPlayed(table: TableName, path: Path): PartPlayed {
  const byTable = BY_TABLE[table];
  if (byTable) return byTable;
  // What matching offered names people as facilitators who never were asked.
  if (path.includes('matches')) return 'considered';
  const field = [...path].reverse().find((step) => Object.hasOwn(BY_FIELD, step));
  if (field !== undefined) return BY_FIELD[field]!;
  return table === 'facilitators' ? 'pool' : 'mentioned';
}
