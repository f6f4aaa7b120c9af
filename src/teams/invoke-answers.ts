/**
 * Answers in the shape each kind of invoke wants.
 * Sources: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots,
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit
 */
import { CardFactory } from 'botbuilder';
import type { Answer } from './answers';
import { type Card, renderCard } from './cards';
import { forDialog } from './dialog-card';
import { DIALOG_TITLE } from './wording/chat';

/** In answer to a card's Action.Execute. */
export function executeBody(given: Answer): unknown {
  switch (given.kind) {
    case 'card':
      return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: given.card };
    case 'refused':
      return {
        statusCode: 400,
        type: 'application/vnd.microsoft.error',
        value: { code: 'BadRequest', message: given.text },
      };
    case 'said':
    case 'dialog':
    case 'found':
      return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: inWords(given) };
  }
}

/** In answer to whatever opens a dialog or is pressed in one: the next card in it. */
export function dialogBody(given: Answer): unknown {
  return { task: { type: 'continue', value: dialogOf(given) } };
}

function dialogOf(given: Answer): unknown {
  const { title, card } = given.kind === 'dialog' ? given : { title: DIALOG_TITLE, card: cardOf(given) };
  // One size for all steps on the way, so that the dialog does not jump: the form needs the most.
  const height = given.kind === 'card' ? 'large' : 'medium';
  return { title, height, width: 'medium', card: CardFactory.adaptiveCard(forDialog(card)) };
}

/** A sentence is a card too: Teams shows a plain message in answer to `task/fetch` as an empty dialog. */
function cardOf(given: Answer): Card {
  return given.kind === 'card' ? given.card : renderCard('sentence', { text: inWords(given) });
}

/** In answer to a search from the compose box. */
export function searchBody(given: Answer): unknown {
  if (given.kind !== 'found' || given.found.length === 0)
    return { composeExtension: { type: 'message', text: inWords(given) } };
  const attachments = given.found.map(({ title, text, card }) => ({
    ...CardFactory.adaptiveCard(card),
    preview: CardFactory.thumbnailCard(title, text),
  }));
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
}

/** An answer where only a sentence can be shown. */
export function inWords(given: Answer): string {
  switch (given.kind) {
    case 'card':
      return given.otherwise;
    case 'dialog':
      return given.title;
    case 'found':
      return given.none;
    case 'said':
    case 'refused':
      return given.text;
  }
}
