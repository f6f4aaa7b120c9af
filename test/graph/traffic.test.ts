/** Everything the adapters send, and every answer they get, held against Microsoft's own description of Graph v1.0. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createCalendars } from '../../src/graph/availability';
import { createMeetings } from '../../src/graph/meetings';
import { createDirectory } from '../../src/graph/people';
import { COORDINATORS_GROUP, everybody, facilitators, ORGANISER_ID, outsiders } from '../sandbox/people';
import { graphOffice } from './graph-office';
import { FAY, invitation, KEY, slotOn } from './sessions';

const office = graphOffice();
/** The checker lies beside the project; where it is not installed, the test looks at the essentials itself. */
const tools = process.env['SHARED_TOOLS'] ?? resolve(__dirname, '../../../shared/tools');

/** Warnings of the checker that are as they should be, and why. */
const EXPECTED_WARNINGS = [
  // Directory reads, not Outlook's: its limit of four does not apply to them.
  /request body\/requests: Outlook runs at most 4 of these at once/,
  // `include-unknown-enum-members` is sent with it.
  /request body\/lobbyBypassSettings\/scope: read back as unknownFutureValue/,
];

async function everyOperation(): Promise<void> {
  const graph = office.graph();
  const needs = { graph, organiser: ORGANISER_ID, rereads: { times: 2, waitMs: 5 } };
  const meetings = createMeetings(needs);
  const directory = createDirectory({ graph, coordinatorsGroup: COORDINATORS_GROUP, now: Date.now });
  const { start } = slotOn('2027-03-17');
  await createCalendars(needs).availability(
    [...everybody, ...outsiders].map(({ mail }) => mail),
    { start, end: start + 100 * 86_400_000 },
    true,
  );
  await directory.coordinators();
  await directory.known({ mails: everybody.map(({ mail }) => mail), ids: [facilitators[0].id] });
  for (const online of [true, false]) {
    const key = { ...KEY, attempt: online ? 1 : 2 };
    office.tenant.faults.add({ kind: 'missing-join-link', reads: 1, method: 'POST', path: '/events' });
    const event = await meetings.create(
      key,
      invitation({ online, ...(!online && { venue: "St Mary's Hall" }) }),
    );
    await meetings.find(key);
    await meetings.secure(event, FAY);
    await meetings.invite(event, [FAY, ...everybody.slice(0, 3), ...outsiders]);
    await meetings.answer(event, FAY.mail);
    if (!online) await meetings.invite(event, []);
    await meetings.cancel(key, 'It will not take place.');
  }
}

function check(recordFile: string): { readonly errors: string[]; readonly warnings: string[] } {
  const { stdout, stderr } = spawnSync(process.execPath, [join(tools, 'graph-check.mjs'), recordFile], {
    encoding: 'utf8',
  });
  if (!/\d+ record\(s\)/.test(stderr))
    throw new Error(`Expected the checker to count records, got: ${stderr}`);
  const lines = stdout.split('\n').map((line) => line.trim());
  return {
    errors: lines.filter((line) => line.startsWith('error')),
    warnings: lines.filter((line) => line.startsWith('warning')),
  };
}

it('sends only what Graph v1.0 describes, to operations the tenant knows', async () => {
  await everyOperation();
  expect(office.tenant.calls.unknown()).toEqual([]);
  expect(office.recorded().every(({ headers }) => headers['prefer']?.includes('IdType="ImmutableId"'))).toBe(
    true,
  );
  if (!existsSync(join(tools, 'node_modules'))) return;
  const { errors, warnings } = check(office.recordFile);
  expect(errors).toEqual([]);
  expect(warnings.filter((line) => !EXPECTED_WARNINGS.some((known) => known.test(line)))).toEqual([]);
});

it('puts nothing into Graph that names the case or the reason', async () => {
  const before = office.recorded().length;
  await createMeetings({ graph: office.graph(), organiser: ORGANISER_ID }).create(KEY, invitation());
  const [{ body } = {}] = office.recorded().slice(before);
  expect(Object.keys(body as object).sort()).toEqual([
    'allowNewTimeProposals',
    'attendees',
    'body',
    'end',
    'isOnlineMeeting',
    'onlineMeetingProvider',
    'responseRequested',
    'sensitivity',
    'showAs',
    'singleValueExtendedProperties',
    'start',
    'subject',
    'transactionId',
  ]);
});
