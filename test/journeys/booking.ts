/** What it takes until a session is booked, for stories about what comes after. */
import type { Booked } from '../../src/domain/request';
import type { StoredEvent } from '../sandbox/microsoft365/state';
import { facilitators } from '../sandbox/people';
import { approve } from './approving';
import { ask } from './asking';
import type { CardOnPage } from './card-on-page';
import { requestKept } from './kept';
import type { PlaygroundPage } from './playground-page';
import { until } from './until';
import type { WholeSystem } from './whole-system';

/** Fay Facilitate and Amber Azure are left, so that each is a match once and named on the button. */
export const TWO_FACILITATORS = { busy: 'none', settings: { POLICY_MATCHES_SHOWN: '2' } } as const;
const [fay, , ...OTHERS] = facilitators;

export interface BookedSession {
  readonly reference: string;
  readonly petras: PlaygroundPage;
  readonly coras: PlaygroundPage;
  readonly fays: PlaygroundPage;
  /** The coordinators' card, and the requester's. */
  readonly inChannel: CardOnPage;
  readonly own: CardOnPage;
  /** As it was booked. */
  readonly booked: Booked;
  readonly event: StoredEvent;
}

/** Petra asks, Cora approves Fay, and Fay accepts; nothing is on its way any more, and the outbox is empty. */
export async function bookSession(system: WholeSystem): Promise<BookedSession> {
  const { tenant } = system.sandbox.microsoft365;
  for (const { mail } of OTHERS) keepAway(system, mail);
  const petras = await system.open('practitioner');
  const coras = await system.open('coordinator');
  const fays = await system.open('facilitator');
  await coras.say('use this channel', 'Coordination');
  await coras.waitForText('Requests for a JAGS are now shown in this channel');
  const reference = await ask(petras);
  await coras.waitForText(/matches, best first/);
  const inChannel = coras.cardWith(`JAGS request ${reference}`);
  await approve(inChannel, fay.name);
  await fays.waitForText('Would you facilitate this session?');
  await fays.press('Accept');
  await petras.waitForText(/^Your JAGS .* is booked: .* with Fay Facilitate/);
  await coras.waitForText(/^With Fay Facilitate.* The participants are invited/);
  await until(() => tenant.events.list()[0]!.attendees.length === 5, 'the participants to be invited');
  const booked = await requestKept(system, reference);
  if (booked.state !== 'booked')
    throw new Error(`Expected a booked session, got one that is ${booked.state}.`);
  tenant.outbox.clear();
  return {
    reference,
    petras,
    coras,
    fays,
    inChannel,
    own: petras.cardWith(`Your JAGS request ${reference}`),
    booked,
    event: tenant.events.list()[0]!,
  };
}

/** Away all the time: no match. */
export function keepAway({ sandbox }: WholeSystem, mail: string): void {
  sandbox.microsoft365.tenant.people.addBusy(mail, {
    start: new Date().toISOString(),
    end: new Date(Date.now() + 90 * 86_400_000).toISOString(),
    status: 'oof',
  });
}

/** Who got what from Outlook since the session was booked, in alphabetical order. */
export function mailSince({ sandbox }: WholeSystem): string[] {
  const sent = sandbox.microsoft365.tenant.outbox.list();
  return sent.map(({ to, kind }) => `${to}: ${kind}`).sort();
}
