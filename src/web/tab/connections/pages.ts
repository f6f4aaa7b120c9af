/** The pages about programs that are told of requests, and what a coordinator does about one that is not. */
import type { Instant } from '../../../domain/intervals';
import type { Deliveries, LeftDelivery } from '../../../ports/delivering';
import type { SubscriptionId, Subscriptions } from '../../../ports/subscriptions';
import type { Asked, Shown, TabPage } from '../page';
import { CONNECTIONS } from '../paths';
import { type Connection, type ConnectionsGiven, connectionsPage } from './connections-page';

export interface Connections {
  readonly subscriptions: Pick<Subscriptions, 'all' | 'remove'>;
  readonly deliveries: Pick<Deliveries, 'left' | 'keep' | 'finish'>;
}

export interface ConnectionPagesNeeds {
  /** Absent where there is no API, so that no program can have asked. */
  readonly connections?: Connections;
}

export function connectionPages({ connections }: ConnectionPagesNeeds): readonly TabPage[] {
  const list: TabPage = {
    name: 'tab-connections',
    method: 'get',
    path: CONNECTIONS,
    show: () => page(),
  };
  if (!connections) return [list];
  const { subscriptions, deliveries } = connections;
  return [
    list,
    step('again', async (id, { form, now }) => {
      const changes = (await chosen(id, form)).map((each) => deliveries.keep(each, afresh(each, now)));
      return saidOf('again', (await Promise.all(changes)).map(Boolean));
    }),
    step('drop', async (id, { form }) => {
      const dropped = (await chosen(id, form)).map((each) => deliveries.finish(each));
      return saidOf(
        'drop',
        (await Promise.all(dropped)).map((each) => each === 'finished'),
      );
    }),
    step('end', async (id) => {
      await subscriptions.remove(id);
      return { done: 'end' };
    }),
  ];

  function step(
    name: 'again' | 'drop' | 'end',
    take: (id: SubscriptionId, asked: Asked) => Promise<Pick<ConnectionsGiven, 'done' | 'trouble'>>,
  ): TabPage {
    return {
      name: `tab-connection-${name}`,
      method: 'post',
      path: `${CONNECTIONS}/:id/${name}`,
      async show(asked) {
        const id = asked.params['id'] ?? '';
        const stands = (await subscriptions.all()).some((each) => each.id === id);
        return page(stands ? await take(id, asked) : { trouble: 'gone' });
      },
    };
  }

  /** The one that was pressed; where the button was for all, everything that is parked. */
  async function chosen(id: SubscriptionId, form: URLSearchParams): Promise<readonly LeftDelivery[]> {
    const announcement = form.get('announcement') ?? '';
    return (await deliveries.left()).filter(
      (each) =>
        each.subscriptionId === id &&
        (announcement ? each.announcement.id === announcement : each.parkedAt !== undefined),
    );
  }

  async function page(said: Pick<ConnectionsGiven, 'done' | 'trouble'> = {}): Promise<Shown> {
    return connectionsPage({ ...said, ...(connections && { connections: await shown(connections) }) });
  }
}

function saidOf(
  done: 'again' | 'drop',
  changed: readonly boolean[],
): Pick<ConnectionsGiven, 'done' | 'trouble'> {
  return changed.length > 0 && changed.every(Boolean) ? { done } : { trouble: 'changed' };
}

/** A whole day again, from now on. */
function afresh({ subscriptionId, announcement }: LeftDelivery, now: Instant) {
  return { subscriptionId, announcement, since: now, tries: 0, dueAt: now };
}

/** What was parked first, then as things came about. */
async function shown({ subscriptions, deliveries }: Connections): Promise<readonly Connection[]> {
  const [all, left] = await Promise.all([subscriptions.all(), deliveries.left()]);
  const inLine = [...left].sort(
    (one, other) =>
      Number(other.parkedAt !== undefined) - Number(one.parkedAt !== undefined) ||
      one.announcement.happenedAt - other.announcement.happenedAt,
  );
  return [...all]
    .sort((one, other) => one.since - other.since)
    .map((subscription) => ({
      subscription,
      left: inLine.filter(({ subscriptionId }) => subscriptionId === subscription.id),
    }));
}
