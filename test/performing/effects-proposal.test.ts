/** Other people for a booked session, as far as Outlook: the simulated Graph over HTTP counts the mails it sends. */
import { decide } from '../../src/domain/decide';
import { isRefusal } from '../../src/domain/decisions/decision';
import { invitationFor } from '../../src/domain/invitation';
import { defaultPolicy } from '../../src/domain/policy';
import type { Booked, Effect, SessionEvent } from '../../src/domain/request';
import { aParticipant, aRequest, at, facts, theCoordinator, theRequester } from '../builders';
import { useEffectsDesk } from './effects-desk';
import { facilitators, outsiders } from '../sandbox/people';

const { office, desk } = useEffectsDesk();
const [fay] = facilitators;
const [, , nora] = outsiders;
const now = at('2026-11-27T10:00');
const [hattie, percy, sam] = aRequest.booked().ask.participants;
const INVITE: Effect = { kind: 'invite-participants', attempt: 1 };
const proposal = {
  participants: [hattie!, sam!, aParticipant({ name: nora.name, mail: nora.mail, team: 'hl-sn' })],
  at: now,
  by: theRequester,
};

const event = () => office.tenant.events.list()[0]!;
const mails = () => office.tenant.outbox.list().map(({ to, kind }) => [to, kind]);

async function made(): Promise<SessionEvent> {
  const approved = aRequest.approved({ stage: { at: 'creating' } });
  const invitation = invitationFor(approved, defaultPolicy);
  const performed = await desk().perform(approved, { kind: 'create-event', attempt: 1, invitation });
  if (!('outcome' in performed) || performed.outcome.kind !== 'event-created')
    throw new Error(`Expected an event, got ${JSON.stringify(performed)}`);
  return performed.outcome.event;
}

function agreed<R extends Booked | ReturnType<typeof aRequest.offered>>(request: R) {
  const command = { kind: 'agree-proposal', requestId: request.id, at: now, by: theCoordinator } as const;
  const decision = decide({ ...request, proposal }, command, facts({ now, coordinator: true }));
  if (isRefusal(decision)) throw new Error(`Expected it to be accepted, got ${decision.refused}`);
  return decision;
}

describe('Other people for a session, once a coordinator has agreed', () => {
  it('get mail, and so does whoever is left out; nobody else does', async () => {
    const booked = aRequest.booked({ event: await made() });
    await desk().perform(booked, INVITE);
    for (const mail of [fay.mail, hattie!.mail]) office.tenant.events.respond(event().id, mail, 'accepted');
    const before = mails();
    const { html, online } = event();

    const { next, effects } = agreed(booked);
    // At least once: what is tried again writes to nobody again.
    for (let n = 0; n < 2; n += 1) for (const effect of effects) await desk().perform(next, effect);

    const since = mails().slice(before.length);
    expect(since.sort()).toEqual(
      [
        [nora.mail, 'invitation'],
        [percy!.mail, 'cancellation'],
      ].sort(),
    );
    expect(event()).toMatchObject({ html, online });
    expect(event().attendees.map(({ address, response }) => [address, response])).toEqual([
      [fay.mail, 'accepted'],
      [booked.requester.mail, 'none'],
      [hattie!.mail, 'accepted'],
      [sam!.mail, 'none'],
      [nora.mail, 'none'],
    ]);
  });

  it('get none while the facilitator is only asked, and are invited with the others', async () => {
    const offered = aRequest.offered({ event: await made() });
    const before = mails();
    const { next, effects } = agreed(offered);
    for (const effect of effects) await desk().perform(next, effect);
    expect(mails()).toEqual(before);
    await desk().perform(aRequest.booked({ event: offered.event, ask: next.ask }), INVITE);
    const invited = mails()
      .slice(before.length)
      .map(([to]) => to);
    expect(invited).toEqual([next.requester.mail, ...proposal.participants.map(({ mail }) => mail)]);
  });
});
