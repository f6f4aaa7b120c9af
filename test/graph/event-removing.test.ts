/** Not in the recorded traffic that is held against Microsoft's metadata: the checker's extract of it leaves this action out. */
import { createEventRemoving } from '../../src/graph/event-removing';
import { createMeetings } from '../../src/graph/meetings';
import { ORGANISER_ID } from '../sandbox/people';
import { graphOffice } from './graph-office';
import { invitation } from './sessions';

const office = graphOffice();
const ID = '5e55f001-story';

it('removes every event of a request and none of another, and tells nobody', async () => {
  const graph = office.graph();
  const meetings = createMeetings({ graph, organiser: ORGANISER_ID, rereads: { times: 1, waitMs: 5 } });
  for (const [requestId, attempt] of [
    [ID, 1],
    [ID, 3],
    ['0ther001-story', 1],
  ] as const)
    await meetings.create({ requestId, attempt }, invitation());
  const told = office.tenant.outbox.list().length;
  const removing = createEventRemoving({ graph, organiser: ORGANISER_ID });
  expect(await removing.removeAll(ID, 3)).toBe(2);
  expect(office.tenant.events.list()).toHaveLength(1);
  expect(office.tenant.outbox.list()).toHaveLength(told);
  expect(await removing.removeAll(ID, 3)).toBe(0);
  expect(office.calls().filter((call) => call.includes('permanentDelete'))).toHaveLength(2);
  expect(office.calls().filter((call) => /\/cancel$|^DELETE/.test(call))).toEqual([]);
});
