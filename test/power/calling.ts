/** Calls to receivers on this machine, as the watch makes them. */
import { type CallingBackNeeds, createCallingBack } from '../../src/power/calling-back';
import type { Address } from '../../src/power/resolving';
import type { Announcement } from '../../src/ports/announcing';
import { at } from '../builders';
import { certificate, type Receiver, startReceiver } from './receiver';

export const NOW = at('2026-11-24T10:00');
export const ANNOUNCEMENT: Announcement = {
  id: '7qf3k2m9xw0d4h5j6n8p1r2s3t-effect-announce-0000000012',
  requestId: '7qf3k2m9xw0d4h5j6n8p1r2s3t',
  event: 'closed',
  state: 'closed',
  ended: 'withdrawn',
  happenedAt: NOW,
};
export const HERE: Address = { address: '127.0.0.1', family: 4 };

/** Closed after each test. */
export const receivers: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of receivers.splice(0)) await each.close();
});
export async function receiver(options: Parameters<typeof startReceiver>[0] = {}): Promise<Receiver> {
  const started = await startReceiver(options);
  receivers.push(started);
  return started;
}

export function calling(over: Partial<CallingBackNeeds> = {}) {
  const callingBack = createCallingBack({
    hosts: ['*.flows.example'],
    loopback: true,
    lookup: async () => [HERE],
    ca: certificate,
    now: () => NOW,
    ...over,
  });
  return (callbackUrl: string) => callingBack.call({ callbackUrl }, ANNOUNCEMENT);
}
