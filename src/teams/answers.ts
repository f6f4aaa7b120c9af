/**
 * The one place that answers a person. A card returned to Teams by teams-ai itself would, if it has `refresh`, be put
 * over the message for everybody in the channel; so invokes are answered here, and routes return nothing.
 */
import { type Activity, ActivityTypes, CardFactory, MessageFactory, type TurnContext } from 'botbuilder';
import type { Card } from './cards';
import { DIALOG, isInvoke, submittedBy } from './submission';

export type Answer =
  /** Shown to this person alone, in place of the card they pressed; `otherwise` where Teams cannot do that. */
  | { readonly kind: 'card'; readonly card: Card; readonly otherwise: string }
  | { readonly kind: 'dialog'; readonly title: string; readonly card: Card }
  /** A plain sentence; the card stays as it is. */
  | { readonly kind: 'said'; readonly text: string }
  /** The same, as something that was not done. */
  | { readonly kind: 'refused'; readonly text: string };

export function said(text: string): Answer {
  return { kind: 'said', text };
}

export function refused(text: string): Answer {
  return { kind: 'refused', text };
}

export function isPersonal({ conversation }: Activity): boolean {
  return conversation.conversationType === 'personal';
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
    const body = activity.name === DIALOG ? dialogBody(given) : executeBody(given);
    await turn.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
    return;
  }
  if (given.kind !== 'card') {
    await turn.sendActivity(textMessage(given.kind === 'dialog' ? given.title : given.text));
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

function executeBody(given: Answer): unknown {
  switch (given.kind) {
    case 'card':
      return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: given.card };
    case 'said':
      return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: given.text };
    case 'refused':
      return {
        statusCode: 400,
        type: 'application/vnd.microsoft.error',
        value: { code: 'BadRequest', message: given.text },
      };
    case 'dialog':
      return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: given.title };
  }
}

function dialogBody(given: Answer): unknown {
  if (given.kind !== 'dialog')
    return { task: { type: 'message', value: given.kind === 'card' ? given.otherwise : given.text } };
  const { title, card } = given;
  return {
    task: {
      type: 'continue',
      value: { title, height: 'medium', width: 'medium', card: CardFactory.adaptiveCard(card) },
    },
  };
}
