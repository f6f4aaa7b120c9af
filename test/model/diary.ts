/** What has to be remembered along the way, because it cannot be seen in the end: every state, every reminder, every list. */
import type { Instant } from '../../src/domain/intervals';
import { isStanding } from '../../src/domain/rearranging';
import type { Effect, Request, RequestId, State } from '../../src/domain/request';
import type { Save } from '../../src/ports';
import type { MemoryStore } from '../fakes';
import type { StoredEvent } from '../sandbox/microsoft365/state';
import { FACILITATORS } from './cast';

export interface Diary {
  /** Every saved change of a request's state, oldest first. */
  readonly changes: { readonly id: RequestId; readonly from: State | undefined; readonly to: State }[];
  /** What was seen that must never be: one sentence each. */
  readonly wrongs: string[];
  saved(save: Save): void;
  begun(request: Request, effect: Effect): void;
  eventChanged(event: StoredEvent): void;
}

const mails = FACILITATORS.map(({ mail }) => mail);

export function openDiary({
  table,
  now,
}: {
  readonly table: Pick<MemoryStore, 'all'>;
  readonly now: () => Instant;
}): Diary {
  const changes: Diary['changes'] = [];
  const wrongs: string[] = [];
  return {
    changes,
    wrongs,
    saved({ was, next }) {
      if (was?.request.state !== next.state)
        changes.push({ id: next.id, from: was?.request.state, to: next.state });
      if (was?.request.state === 'closed' && next.state !== 'closed')
        wrongs.push(`${next.id} was opened again after it had been closed`);
    },
    /** Judged by what is saved when the work begins: what is decided while a message is on its way comes after it. */
    begun({ id }, effect) {
      const request = table.all().find((each) => each.id === id);
      if ('at' in effect && effect.at !== undefined && effect.at > now() && !('triesAsked' in effect))
        wrongs.push(`${effect.kind} of ${id} was begun before its time`);
      if (effect.kind !== 'remind-session') return;
      if (request?.state !== 'booked' || request.attempt !== effect.attempt)
        wrongs.push(`${id} was reminded of although it is ${request?.state}`);
    },
    /** Whoever comes beside the facilitator is on it too; an event that is to go is left as it was until it does. */
    eventChanged({ immutableId, attendees }) {
      const request = table.all().find((each) => 'event' in each && each.event.id === immutableId);
      if (!request || !isStanding(request)) return;
      const beside = request.beside?.facilitator.mail;
      const asked = attendees.filter(({ address }) => mails.includes(address) && address !== beside);
      if (asked.length > 1) wrongs.push(`${asked.length} facilitators were on the list of ${request.id}`);
    },
  };
}
