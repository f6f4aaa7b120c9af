/** What coordinators see and decide. Who is one is asked of the directory each time, never of the card. */
import type { Activity } from 'botbuilder';
import type { Instant } from '../../domain/intervals';
import type { Person } from '../../domain/people';
import type { Policy } from '../../domain/policy';
import { type Command, referenceOf, type Request, type RequestId } from '../../domain/request';
import { canTryAgain } from '../../domain/setback';
import type { Conversations, Directory, Requests } from '../../ports';
import type { Workflow } from '../../workflow';
import { type Answer, isPersonal, refused, said } from '../answers';
import { renderCard } from '../cards';
import { COMMANDS, type Submission } from '../commands';
import { channelReference } from '../reaching/conversations';
import { presentForCoordinators, type Refresh } from '../present/coordination';
import { createTrespass, type TrespassNeeds } from '../trespass';
import { isolated, paragraphs } from '../../wording/typed-text';
import { CHAT } from '../wording/chat';
import { CARE } from '../wording/looking-after';
import { REFUSALS, TROUBLE } from '../wording/refusals';
import { TRY_AGAIN } from '../wording/troubles';

export interface CoordinatingNeeds extends TrespassNeeds {
  readonly workflow: Pick<Workflow, 'handle' | 'note'>;
  readonly requests: Pick<Requests, 'load'>;
  readonly directory: Pick<Directory, 'isCoordinator'>;
  readonly conversations: Pick<Conversations, 'keepChannel'>;
  readonly policy: Policy;
  readonly now: () => Instant;
  /** The address of a request's page in the tab; absent where there is no tab. */
  readonly poolPage?: (id: RequestId) => string;
}

export interface Coordinating {
  useChannel(activity: Activity, by: Person): Promise<Answer>;
  /** The coordinator's own view; `automatic` when Teams asks by itself. */
  view(id: RequestId, by: Person, activity: Activity, automatic: boolean): Promise<Answer>;
  decide(command: Command, by: Person, activity: Activity): Promise<Answer>;
  /** Whoever facilitated it may say so too, but on a card of their own: this one answers with the coordinators' view. */
  notHeld(sent: Submission<'not-held'>, by: Person, activity: Activity): Promise<Answer>;
  /** Whoever asked for it or facilitates it may ask as well, on cards of their own. */
  anotherTime(sent: Submission<'another-time'>, by: Person, activity: Activity): Promise<Answer>;
  reason(id: RequestId, by: Person): Promise<Answer>;
}

const NOBODY: Refresh = { userIds: [], button: false };

export function createCoordinating(needs: CoordinatingNeeds): Coordinating {
  const { workflow, requests, directory, conversations, policy, now, poolPage } = needs;
  const note = createTrespass(needs);

  return {
    async useChannel(activity, by) {
      if (!(await directory.isCoordinator(by.id))) return refused(REFUSALS['coordinators-only']);
      if (activity.conversation.conversationType !== 'channel') return refused(CHAT.channelNotHere);
      await conversations.keepChannel(JSON.stringify(channelReference(activity)));
      return said(CHAT.channelKept);
    },

    async view(id, by, activity, automatic) {
      const coordinator = await directory.isCoordinator(by.id);
      if (!coordinator && !automatic) return forCoordinatorsOnly(id, by, 'coordinate');
      const request = (await requests.load(id))?.request;
      if (!request) return refused(REFUSALS['not-found']);
      return coordinator ? forCoordinator(request, activity) : forAnybody(request);
    },

    decide,

    async notHeld(sent, by, activity) {
      if (!(await directory.isCoordinator(by.id))) return forCoordinatorsOnly(sent.request, by, 'not-held');
      return decide(COMMANDS['not-held'](sent, by), by, activity);
    },

    async anotherTime(sent, by, activity) {
      if (!(await directory.isCoordinator(by.id)))
        return forCoordinatorsOnly(sent.request, by, 'another-time');
      return decide(COMMANDS['another-time'](sent, by), by, activity);
    },

    async reason(id, by) {
      if (!(await directory.isCoordinator(by.id))) return forCoordinatorsOnly(id, by, 'reason');
      const request = (await requests.load(id))?.request;
      if (!request) return refused(REFUSALS['not-found']);
      const { ask, requester } = request;
      const card = renderCard('reason', {
        reference: referenceOf(id),
        facts: [
          { label: 'Asked for by', value: isolated(requester.name) },
          { label: 'Their case reference', value: isolated(ask.caseReference) },
          ...(requester.phone ? [{ label: CARE.phone, value: isolated(requester.phone) }] : []),
        ],
        paragraphs: paragraphs(ask.reason).map((text) => ({ text })),
      });
      return { kind: 'dialog', title: 'What they want to think about together', card };
    },
  };

  async function decide(command: Command, by: Person, activity: Activity): Promise<Answer> {
    const handled = await workflow.handle(command);
    if (handled.accepted)
      return forCoordinator(handled.request, activity, noticeOf(command, handled.request));
    const sentence = REFUSALS[handled.refusal.refused];
    // A refusal by itself proves nothing about who is asking.
    if (!handled.request || !(await directory.isCoordinator(by.id))) return refused(sentence);
    return forCoordinator(handled.request, activity, sentence);
  }

  async function forCoordinatorsOnly(
    requestId: RequestId,
    by: Person,
    what: 'coordinate' | 'reason' | 'not-held' | 'another-time',
  ): Promise<Answer> {
    await note({ requestId, by, what, refused: 'coordinators-only' });
    return refused(REFUSALS['coordinators-only']);
  }

  /** Refreshed for this one coordinator from now on; everybody else keeps the channel's card. */
  function forCoordinator(request: Request, activity: Activity, notice?: string): Answer {
    const refresh = { userIds: [activity.from.id], button: false };
    const view = {
      refresh,
      coordinator: true,
      fromQueue: isPersonal(activity),
      now: now(),
      ...(poolPage && { poolPage: poolPage(request.id) }),
    };
    const card = renderCard(
      'coordination',
      presentForCoordinators(request, policy, { ...view, ...(notice !== undefined && { notice }) }),
    );
    return { kind: 'card', card, otherwise: notice ?? TROUBLE.newerTeams };
  }

  function forAnybody(request: Request): Answer {
    const card = renderCard(
      'coordination',
      presentForCoordinators(request, policy, { refresh: NOBODY, coordinator: false }),
    );
    return { kind: 'card', card, otherwise: TROUBLE.newerTeams };
  }
}

/** What only shows later on the card is said at once. */
function noticeOf({ kind }: Command, request: Request): string | undefined {
  if (kind !== 'try-again') return undefined;
  return canTryAgain(request) ? TRY_AGAIN.begun : TRY_AGAIN.nothing;
}
