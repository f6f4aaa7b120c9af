/**
 * The one place that answers a person. A card returned to Teams by teams-ai itself would, if it has `refresh`, be put
 * over the message for everybody in the channel; so invokes are answered here, and routes return nothing.
 */
import { type Activity, ActivityTypes, CardFactory, MessageFactory, type TurnContext } from 'botbuilder';
import type { Card } from './cards';
import { dialogBody, executeBody, inWords, searchBody } from './invoke-answers';
import { isInDialog, isInvoke, isSearch, submittedBy } from './submission';

export type Answer =
  /** Shown to this person alone, in place of the card they pressed; `otherwise` where Teams cannot do that. */
  | { readonly kind: 'card'; readonly card: Card; readonly otherwise: string }
  | { readonly kind: 'dialog'; readonly title: string; readonly card: Card }
  /** A plain sentence; the card stays as it is. */
  | { readonly kind: 'said'; readonly text: string }
  /** The same, as something that was not done. */
  | { readonly kind: 'refused'; readonly text: string }
  /** To choose from in the compose box; `none` where there is nothing. */
  | { readonly kind: 'found'; readonly found: readonly Found[]; readonly none: string };

export interface Found {
  readonly title: string;
  readonly text: string;
  /** Put into the message when it is chosen: everybody in that conversation sees it. */
  readonly card: Card;
}

export function said(text: string): Answer {
  return { kind: 'said', text };
}

export function refused(text: string): Answer {
  return { kind: 'refused', text };
}

export function isPersonal({ conversation }: Activity): boolean {
  return conversation.conversationType === 'personal';
}

/** Whether nobody else sees the answer. A dialog is one's own wherever it was opened. */
export function isPrivate(activity: Activity): boolean {
  return isInDialog(activity) || isPersonal(activity);
}

export function cardMessage(card: Card): Partial<Activity> {
  return MessageFactory.attachment(CardFactory.adaptiveCard(card));
}

/** Plain, so that names in it are shown as typed. */
export function textMessage(text: string): Partial<Activity> {
  return { type: ActivityTypes.Message, text, textFormat: 'plain' };
}

export async function answer(turn: TurnContext, given: Answer): Promise<void> {
  const { activity } = turn;
  if (isInvoke(activity)) {
    const body = isSearch(activity)
      ? searchBody(given)
      : isInDialog(activity)
        ? dialogBody(given)
        : executeBody(given);
    await turn.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
    return;
  }
  if (given.kind !== 'card') {
    await turn.sendActivity(textMessage(inWords(given)));
    return;
  }
  if (!submittedBy(activity)) {
    await turn.sendActivity(cardMessage(given.card));
    return;
  }
  // An old client's Action.Submit: a card of one's own can only be shown where nobody else is.
  if (!isPersonal(activity)) await turn.sendActivity(textMessage(given.otherwise));
  else if (activity.replyToId)
    await turn.updateActivity({ ...cardMessage(given.card), id: activity.replyToId });
  else await turn.sendActivity(cardMessage(given.card));
}
