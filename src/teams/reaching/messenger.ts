/** Shows a request to those it concerns: one card each, updated in place, posted anew where it cannot be found. */
import type { Instant } from '../../domain/intervals';
import type { Policy } from '../../domain/policy';
import type { PersonId } from '../../domain/people';
import type { Request } from '../../domain/request';
import type { Audience, Cards, Directory, Messenger, ShownCard } from '../../ports';
import { cardMessage, textMessage } from '../answers';
import { type Card, renderCard } from '../cards';
import { threadOf, type Reference } from './conversations';
import type { TeamsLog } from '../log';
import { presentForCoordinators, type Refresh } from '../present/coordination';
import type { Offers } from '../../present/afterwards';
import { presentForFacilitator } from '../../present/facilitator';
import { presentForLead } from '../present/lead';
import { presentForRequester } from '../../present/requester';
import { createReach, type ReachNeeds } from './reach';
import { callInWords, movedInWords } from '../wording/calls';

export interface MessengerNeeds extends ReachNeeds {
  readonly cards: Cards;
  readonly directory: Pick<Directory, 'coordinators'>;
  readonly policy: Policy;
  /** Whom the coordinators answer to; absent when nobody has been named. */
  readonly lead?: PersonId;
  /** What a facilitator's card offers beside what the rules allow; none where it is absent. */
  readonly offers?: Offers;
  readonly now: () => Instant;
  readonly log: TeamsLog;
}

/** Teams refreshes a card by itself for at most so many people. */
const MOST_REFRESHED = 60;

/** The name a request's card is remembered by. */
export function cardNameFor(audience: Audience): string {
  return audience.kind === 'facilitator' ? `facilitator-${audience.attempt}` : audience.kind;
}

export function createMessenger(needs: MessengerNeeds): Messenger {
  const { cards, directory, policy, lead, offers = {}, now, log } = needs;
  const reach = createReach(needs);

  return {
    async show(request, audience) {
      const shown = await where(request, audience, (to) => showIn(request, audience, to));
      return shown ?? 'nowhere';
    },

    async call(request, audience, about) {
      const posted = await where(request, audience, async (to) => {
        const shown = await cards.find(request.id, cardNameFor(audience));
        const root = shown?.conversationId === to.conversation.id ? shown.activityId : undefined;
        const thread =
          audience.kind === 'coordinators' && root ? threadOf(to.conversation.id, root) : undefined;
        return reach.post(to, textMessage(callInWords(request, audience, about)), thread);
      });
      return posted === undefined || posted === 'nobody' ? 'nowhere' : 'shown';
    },
  };

  /** Undefined when the bot is not welcome there. */
  async function showIn(request: Request, audience: Audience, to: Reference): Promise<'shown' | undefined> {
    const name = cardNameFor(audience);
    const message = cardMessage(await cardFor(request, audience, to));
    const shown = await cards.find(request.id, name);
    const conversationId = to.conversation.id;
    const here = shown?.conversationId === conversationId ? shown.activityId : undefined;
    if (here && (await reach.update(to, here, message)) === 'updated') return 'shown';
    if (shown && !here) await takeAway(request, audience, to, shown);
    await cards.put(request.id, name, { conversationId });
    const activityId = await reach.post(to, message);
    if (activityId === undefined) return undefined;
    await cards.put(request.id, name, { conversationId, activityId });
    return 'shown';
  }

  /**
   * Only one place is remembered. A card left in another, with what it said, would stay so for ever; but the new card
   * does not wait for a place that cannot be reached.
   */
  async function takeAway(
    request: Request,
    audience: Audience,
    to: Reference,
    { conversationId, activityId }: ShownCard,
  ): Promise<void> {
    if (activityId === undefined) return;
    const there = { ...to, conversation: { ...to.conversation, id: conversationId } };
    try {
      await reach.update(there, activityId, textMessage(movedInWords(request, audience)));
    } catch (error) {
      log.warn({ requestId: request.id, err: error }, 'a card stays as it was where it is no longer shown');
    }
  }

  async function where<T>(
    request: Request,
    audience: Audience,
    act: (to: Reference) => Promise<T | undefined>,
  ): Promise<T | 'nobody' | undefined> {
    switch (audience.kind) {
      case 'coordinators': {
        const channel = await reach.channel();
        return channel && act(channel);
      }
      case 'requester':
        return reach.inChatWith(request.requester.id, [], act);
      case 'lead':
        return lead === undefined ? 'nobody' : reach.inChatWith(lead, [], act);
      case 'facilitator':
        // Of another organisation: Outlook's invitation is how they are asked.
        return audience.facilitator.outside ? 'nobody' : reach.inChatWith(audience.facilitator.id, [], act);
    }
  }

  async function cardFor(request: Request, audience: Audience, to: Reference): Promise<Card> {
    switch (audience.kind) {
      case 'coordinators':
        return renderCard(
          'coordination',
          presentForCoordinators(request, policy, { refresh: await refreshIn(to), coordinator: false }),
        );
      case 'lead':
        return leadsCard(request);
      case 'requester':
        return renderCard('requester', presentForRequester(request, policy, { now: now() }));
      case 'facilitator':
        return renderCard(
          'facilitator',
          presentForFacilitator(
            request,
            { facilitator: audience.facilitator.id, attempt: audience.attempt },
            policy,
            { offers },
          ),
        );
    }
  }

  async function leadsCard(request: Request): Promise<Card> {
    const isCoordinator = lead !== undefined && (await directory.coordinators()).has(lead);
    return renderCard('coordination', presentForLead(request, policy, isCoordinator));
  }

  /** Coordinators by their Teams ids; whoever of them is not in the team, or is one too many, gets a button instead. */
  async function refreshIn(channel: Reference): Promise<Refresh> {
    try {
      const [coordinators, roster] = await Promise.all([directory.coordinators(), reach.roster(channel)]);
      const ids = [...coordinators].flatMap((id) => roster.get(id) ?? []);
      const userIds = ids.slice(0, MOST_REFRESHED);
      return { userIds, button: userIds.length < coordinators.size };
    } catch (error) {
      // The card matters more than who gets it refreshed; with the button everybody gets there.
      log.warn({ err: error }, 'could not tell which members of the channel are coordinators');
      return { userIds: [], button: true };
    }
  }
}
