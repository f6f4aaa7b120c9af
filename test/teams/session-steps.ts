/** A request on its way, as far as a test needs it. */
import type { Booked, Offered, Request, Submitted } from '../../src/domain/request';
import { aSessionEvent, answers, someMatches } from '../builders';
import { coordinators, practitioners, type SandboxPerson } from '../sandbox/people';
import { CHANNEL, type Message, type Office } from './office';

const [petra] = practitioners;
const [cora] = coordinators;

let forms = 0;

/** Sent by Petra, with two matches found; nobody has been shown anything yet. */
export async function submitted(
  office: Office,
  over: Parameters<typeof answers>[0] = {},
): Promise<Submitted> {
  const requestId = `request${(forms += 1)}`;
  const by = { id: petra.id, name: petra.name };
  const handled = await office.workflow.handle({ kind: 'submit', requestId, answers: answers(over), by });
  if (!handled.accepted)
    throw new Error(`Expected the request to be accepted, got ${handled.refusal.refused}`);
  await office.reports(requestId, { kind: 'matches-found', matches: someMatches(), known: [petra] });
  return current<Submitted>(office, requestId);
}

/** Approved, reserved, made and secured: Fay Facilitate has been asked. */
export async function offered(office: Office): Promise<Offered> {
  const { id } = await submitted(office);
  const by = { id: cora.id, name: cora.name };
  await office.workflow.handle({ kind: 'approve', requestId: id, matchId: '1-1', by });
  await office.reports(id, { kind: 'reserved', attempt: 1 });
  await office.reports(id, { kind: 'event-created', attempt: 1, event: aSessionEvent() });
  await office.reports(id, { kind: 'meeting-secured', attempt: 1, openingChecks: ['recording'] });
  return current<Offered>(office, id);
}

export async function booked(office: Office): Promise<Booked> {
  const { id } = await offered(office);
  await office.reports(id, { kind: 'answered', attempt: 1, answer: 'accepted' });
  return current<Booked>(office, id);
}

export function current<R extends Request = Request>(office: Office, id: string): R {
  const request = office.store.all().find((each) => each.id === id);
  if (!request) throw new Error(`Expected a request ${id}, got none`);
  return request as R;
}

/** The coordinators' channel, chosen, with the card of a request in it. */
export async function shownInChannel(office: Office, request: Request): Promise<Message> {
  await office.says(cora, '<at>JAGS</at> use this channel', `${CHANNEL};messageid=1`);
  await office.messenger.show(request, { kind: 'coordinators' });
  return office.connector.in(CHANNEL).at(-1)!;
}

/** Has spoken to the bot, so that it knows where to reach them. */
export async function known(office: Office, ...people: SandboxPerson[]): Promise<void> {
  for (const person of people) await office.says(person, 'help');
}
