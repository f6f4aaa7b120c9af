/** What anybody can post to the address Graph tells changes to, with our secret and without. */
import fc from 'fast-check';
import { createNotificationDoor } from '../../../src/graph/notification-door';
import { MOST_BODY_BYTES } from '../../../src/http/json-body';
import type { CalendarNews, KnownSubscription } from '../../../src/ports/calendar-watch';
import { createMemoryLog } from '../../fakes';
import type { Door, OpenDoor } from '../door';
import { fieldsOf, hostileJson } from '../grammar';
import { faultsIn } from '../logged';
import { oddIn } from '../stored';

const SECRET = 'the-secret-of-our-subscription';
const change = {
  ...{ subscriptionId: '5ab50000-0000-4000-8000-000000000001', clientState: SECRET, changeType: 'updated' },
  ...{
    resource: 'Users/organiser/Events/AAMk',
    resourceData: { '@odata.type': '#Microsoft.Graph.Event', id: 'AAMkAD=' },
  },
};
const lifecycle = { clientState: SECRET, lifecycleEvent: 'missed', subscriptionId: change.subscriptionId };

const one = fc.oneof(
  fieldsOf({
    clientState: [SECRET, 'another'],
    changeType: ['created', 'updated', 'deleted'],
    resourceData: [{ id: 'AAMkAD=' }, { id: '../x' }, { id: 'x'.repeat(600) }],
    lifecycleEvent: ['missed', 'subscriptionRemoved', 'reauthorizationRequired'],
  }),
  hostileJson,
);

export const notifications: Door = {
  name: 'notifications',
  share: 260,
  freshAfter: 20_000,
  grammar: fc.oneof(
    fc.record({ value: fc.oneof(fc.array(one, { maxLength: 6 }), hostileJson) }),
    hostileJson,
  ),
  recorded: [{ value: [change, lifecycle] }, { value: [change, change, change] }, { value: [lifecycle] }],
  open,
};

async function open(): Promise<OpenDoor> {
  const queued: CalendarNews[] = [];
  const log = createMemoryLog();
  const row: KnownSubscription = {
    clientState: SECRET,
    notificationUrl: 'https://jags.example.org',
    since: 0,
  };
  let now = 0;
  const handle = createNotificationDoor({
    subscriptionRow: { find: async () => ({ row, version: '1' }) },
    queue: { send: async (news) => void queued.push(news) },
    now: () => (now += 1),
    log,
  });
  return {
    async give(body) {
      log.lines.length = 0;
      const sent = JSON.stringify(body ?? null);
      // Answered 413 before it is read.
      if (Buffer.byteLength(sent) > MOST_BODY_BYTES) return undefined;
      const { status } = await handle({ body: JSON.parse(sent) as unknown });
      const faults = faultsIn(log.lines);
      return status === 202 && faults.length === 0 ? undefined : `${status} ${faults.join('; ')}`;
    },
    async stored() {
      const ids = queued.splice(0).flatMap((news) => (news.kind === 'events' ? news.ids : []));
      return [
        ...oddIn(ids),
        ...ids.filter((id) => !/^[\w+/=-]{1,512}$/.test(id)).map((id) => `an id: ${id}`),
      ];
    },
    close: async () => undefined,
  };
}
