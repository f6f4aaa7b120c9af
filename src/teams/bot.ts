/** Everything people can say and press, as a table of contents. Nothing is kept in memory between turns. */
// Not from the main entry, which loads the language models' tokenizers too: 30 MB, and a fifth of a start.
import { Application } from '@microsoft/teams-ai/lib/Application';
import type { TurnContext } from 'botbuilder';
import type { Policy } from '../domain/policy';
import type { Person } from '../domain/people';
import { type Answer, answer, cardMessage, isPersonal, isPrivate, refused, said } from './answers';
import { createAsking, type AskingNeeds } from './asking/asking';
import { createAnsweringPolls } from './taking-part/answering-polls';
import { createOwnSessions } from './taking-part/own-sessions';
import { createOwnPart } from './taking-part/own-part';
import { createAttending, type Handler, type Turn } from './reaching/attending';
import { renderCard } from './cards';
import { createChanging } from './asking/changing';
import type { Asker } from './asking/choosing';
import { COMMANDS, type Submission, type Verb } from './commands';
import { channelReference, keepPerson } from './reaching/conversations';
import { createCoordinating, type CoordinatingNeeds } from './coordinating/coordinating';
import { createDigest } from './coordinating/digest-of-today';
import { createFacilitating } from './facilitating/facilitating';
import { createFacilitatorMissing } from './facilitating/facilitator-missing';
import { createGuide, type GuideNeeds } from './asking/guide';
import { type Intent, intentOf } from './intent';
import { createGivingDates } from './asking/giving-dates';
import { createHandingOver, type HandingOverNeeds } from './coordinating/handing-over';
import type { TeamsLog } from './log';
import { createLookingAfter, type LookingAfterNeeds } from './coordinating/looking-after';
import { createOwnFacilitating, type OwnFacilitatingNeeds } from './facilitating/own-facilitating';
import { createOwnRequests, type OwnRequestsNeeds } from './asking/own-requests';
import { createProposing, type ProposingNeeds } from './asking/proposing';
import { createQueue, type QueueNeeds, WHOLE_QUEUE } from './coordinating/queue-of-requests';
import { originOf } from './asking/origin';
import { createReach, type ReachNeeds } from './reaching/reach';
import { createSearch, type SearchNeeds } from './search';
import { createHistory, type HistoryNeeds } from './coordinating/request-history';
import { isInvoke, isMessage, submittedBy } from './submission';
import type { TrespassNeeds } from './trespass';
import { CHAT, WELCOME } from './wording/chat';
import { safetyLine } from '../wording/safety';
import { TROUBLE } from './wording/refusals';

export type BotNeeds = AskingNeeds &
  OwnRequestsNeeds &
  OwnFacilitatingNeeds &
  QueueNeeds &
  SearchNeeds &
  HistoryNeeds &
  CoordinatingNeeds &
  LookingAfterNeeds &
  ProposingNeeds &
  HandingOverNeeds &
  Omit<GuideNeeds, 'asking'> &
  TrespassNeeds &
  ReachNeeds & { readonly policy: Policy; readonly log: TeamsLog };

export interface Bot {
  run(turn: TurnContext): Promise<void>;
}

export function createBot(needs: BotNeeds): Bot {
  const asking = createAsking(needs);
  const guide = createGuide({ ...needs, asking });
  const changing = createChanging({ ...needs, asking });
  const own = createOwnRequests(needs);
  const search = createSearch(needs);
  const coordinating = createCoordinating(needs);
  const queue = createQueue(needs);
  const digest = createDigest(needs);
  const history = createHistory(needs);
  const giveDates = createGivingDates(needs);
  const lookingAfter = createLookingAfter(needs);
  const handingOver = createHandingOver(needs);
  const facilitating = createFacilitating(needs);
  const proposing = createProposing(needs);
  const facilitatorMissing = createFacilitatorMissing(needs);
  const ownPart = createOwnPart(needs);
  const ownSessions = createOwnSessions(needs);
  const answerPoll = createAnsweringPolls(needs);
  const ownFacilitating = createOwnFacilitating(needs);
  const reach = createReach(needs);
  const attending = createAttending(needs);
  const app = new Application({ startTypingTimer: false });

  app.turn('beforeTurn', keepWhereabouts);

  says('request', ({ turn }) =>
    isPersonal(turn.activity) ? asking.safety('') : start(CHAT.startTitle, CHAT.start),
  );
  says('status', ({ turn, by }) => inPrivate(turn, by, () => own.list(by, 0)));
  // Withdrawing takes one more tap there, on the request it is about.
  says('withdraw', ({ turn, by }) => inPrivate(turn, by, () => own.list(by, 0)));
  says('choose', ({ turn, by }) => inPrivate(turn, by, () => guide.start()));
  says('queue', ({ turn, by }) => inPrivate(turn, by, () => queue.list(by, WHOLE_QUEUE)));
  says('digest', ({ turn, by }) => inPrivate(turn, by, () => digest(by)));
  says('facilitating', ({ turn, by }) => inPrivate(turn, by, () => ownFacilitating.show(by)));
  says('sessions', ({ turn, by }) => inPrivate(turn, by, () => ownSessions.list(by)));
  says('help', () => welcome());
  says('use-channel', ({ turn, by }) => coordinating.useChannel(turn.activity, by));

  presses('ask', ({ turn, by }) => inPrivate(turn, by, () => asking.safety(originOf(turn.activity))));
  presses('guide', ({ turn, by }) => inPrivate(turn, by, () => guide.start()));
  presses('status', ({ turn, by, data }) => inPrivate(turn, by, () => own.list(by, data.from)));
  presses('help', () => welcome());
  presses('find', ({ by, data }) => search.mine(by, data.text));

  pressesInPrivate('guide-answer', ({ data }) => guide.answered(data));
  pressesInPrivate('ask-again', ({ data }) => asking.safety('', data.request));
  pressesInPrivate('safety', ({ by, data }) => asking.answered(data.answer, data, by));
  pressesInPrivate('reported', ({ by, data }) => asking.reported(data, by));
  pressesInPrivate('form-copy', ({ by, data }) => asking.copyLast(data, by));
  pressesInPrivate('form-next', (pressed) => asking.next(pressed.data, askerOf(pressed)));
  pressesInPrivate('form-back', (pressed) => asking.back(pressed.data, askerOf(pressed)));
  pressesInPrivate('form-add', (pressed) => asking.addPeople(pressed.data, askerOf(pressed)));
  pressesInPrivate('form-remove', (pressed) =>
    asking.removePerson(pressed.data.draft, pressed.data.person, askerOf(pressed)),
  );
  pressesInPrivate('form-send', (pressed) => asking.send(pressed.data, askerOf(pressed)));
  pressesInPrivate('open', ({ by, data }) => own.open(data.request, by));
  pressesInPrivate('new-dates', ({ by, data }) => giveDates(data, by));
  pressesInPrivate('change', (pressed) => changing.start(pressed.data.request, askerOf(pressed)));
  pressesInPrivate('propose-participants-form', ({ by, data }) => proposing.form(data.request, by));
  pressesInPrivate('propose-participants', ({ by, data }) => proposing.send(data, by));
  pressesInPrivate('withdraw', ({ by, data }) => own.withdraw(data.request, by));
  pressesInPrivate('another-time-asked', ({ by, data }) => own.anotherTime(data, by));
  pressesInPrivate('another-time-facilitating', ({ by, data }) => facilitating.anotherTime(data, by));
  pressesInPrivate('accept', ({ by, data }) => facilitating.accept(data, by));
  pressesInPrivate('cannot', ({ by, data }) => facilitating.cannot(data, by));
  pressesInPrivate('not-held-own', ({ by, data }) => facilitating.notHeld(data, by));
  pressesInPrivate('facilitator-missing', ({ by, data }) => facilitatorMissing.say(data, by));
  pressesInPrivate('facilitator-missing-own', ({ by, data }) => facilitatorMissing.sayAsRequester(data, by));
  pressesInPrivate('session', ({ by, data }) => ownSessions.open(data.request, by));
  pressesInPrivate('attend', ({ by, data }) => ownPart.attend(data, by));
  pressesInPrivate('ask-arrangements', ({ by, data }) => ownPart.askArrangements(data, by));
  pressesInPrivate('ask-arrangements-own', ({ by, data }) => ownPart.askArrangementsAsRequester(data, by));
  pressesInPrivate('answer-poll', ({ by, data }) => answerPoll(data, by));
  presses('facilitating', ({ turn, by }) => inPrivate(turn, by, () => ownFacilitating.show(by)));
  pressesInPrivate('pause', ({ by, data }) => ownFacilitating.pause(by, data.until));
  pressesInPrivate('end-pause', ({ by }) => ownFacilitating.endPause(by));
  pressesInPrivate('declare', ({ by, data }) => ownFacilitating.declare(by, data));

  presses('queue', ({ turn, by, data }) => inPrivate(turn, by, () => queue.list(by, data)));
  presses('coordinate', ({ turn, by, data }) =>
    coordinating.view(data.request, by, turn.activity, submittedBy(turn.activity)?.automatic ?? false),
  );
  presses('approve', ({ turn, by, data }) =>
    coordinating.decide(COMMANDS.approve(data, by), by, turn.activity),
  );
  presses('decline', ({ turn, by, data }) =>
    coordinating.decide(COMMANDS.decline(data, by), by, turn.activity),
  );
  presses('look-again', ({ turn, by, data }) =>
    coordinating.decide(COMMANDS['look-again'](data, by), by, turn.activity),
  );
  presses('start-poll', ({ turn, by, data }) =>
    coordinating.decide(COMMANDS['start-poll'](data, by), by, turn.activity),
  );
  presses('replace', ({ turn, by, data }) =>
    coordinating.decide(COMMANDS.replace(data, by), by, turn.activity),
  );
  presses('another-time', ({ turn, by, data }) => coordinating.anotherTime(data, by, turn.activity));
  presses('keep-time', ({ turn, by, data }) =>
    coordinating.decide(COMMANDS['keep-time'](data, by), by, turn.activity),
  );
  presses('take-over', ({ turn, by, data }) =>
    coordinating.decide(COMMANDS['take-over'](data, by), by, turn.activity),
  );
  presses('put-back', ({ turn, by, data }) =>
    coordinating.decide(COMMANDS['put-back'](data, by), by, turn.activity),
  );
  presses('put-list-right', ({ turn, by, data }) =>
    coordinating.decide(COMMANDS['put-list-right'](data, by), by, turn.activity),
  );
  presses('arrange-anew', ({ turn, by, data }) =>
    coordinating.decide(COMMANDS['arrange-anew'](data, by), by, turn.activity),
  );
  presses('try-again', ({ turn, by, data }) =>
    coordinating.decide(COMMANDS['try-again'](data, by), by, turn.activity),
  );
  presses('cancel', ({ turn, by, data }) =>
    coordinating.decide(COMMANDS.cancel(data, by), by, turn.activity),
  );
  presses('agree-proposal', ({ turn, by, data }) =>
    coordinating.decide(COMMANDS['agree-proposal'](data, by), by, turn.activity),
  );
  presses('refuse-proposal', ({ turn, by, data }) =>
    coordinating.decide(COMMANDS['refuse-proposal'](data, by), by, turn.activity),
  );
  presses('not-held', ({ turn, by, data }) => coordinating.notHeld(data, by, turn.activity));
  presses('reason', ({ by, data }) => coordinating.reason(data.request, by));
  presses('history', ({ by, data }) => history(data.request, by));

  presses('return-form', ({ by, data }) => lookingAfter.returnForm(data.request, by));
  presses('return', ({ by, data }) => lookingAfter.sendBack(data, by));
  presses('edit-form', ({ by, data }) => lookingAfter.editForm(data.request, by));
  presses('edit', ({ by, data }) => lookingAfter.complete(data, by));
  presses('note-form', ({ by, data }) => lookingAfter.noteForm(data.request, by));
  presses('note', ({ by, data }) => lookingAfter.write(data, by));
  presses('transfer-form', ({ by, data }) => handingOver.form(data.request, by));
  presses('transfer', ({ by, data }) => handingOver.handOver(data, by));

  app.conversationUpdate('membersAdded', greet);
  // Last, because the first route that fits is taken.
  route(({ activity }) => submittedBy(activity) !== undefined, attending.outOfDate);
  route(
    ({ activity }) => isMessage(activity),
    ({ turn }) => (isPersonal(turn.activity) ? notUnderstood() : start(CHAT.startTitle, CHAT.start)),
  );

  return {
    async run(turn) {
      await app.run(turn);
    },
  };

  function says(intent: Intent, handle: Handler): void {
    route(
      ({ activity }) =>
        isMessage(activity) && !submittedBy(activity) && intentOf(activity.text ?? '') === intent,
      handle,
    );
  }

  function presses<V extends Verb>(verb: V, handle: Handler<Submission<V>>): void {
    route(({ activity }) => submittedBy(activity)?.verb === verb, attending.reading(verb, handle));
  }

  /** A card about one's own request; what is seen of it in a group or channel everybody sees. */
  function pressesInPrivate<V extends Verb>(verb: V, handle: Handler<Submission<V>>): void {
    presses(verb, (pressed) =>
      isPrivate(pressed.turn.activity) ? handle(pressed) : refused(TROUBLE.privateOnly),
    );
  }

  /** Invokes and messages are routed apart by the library; here they are the same. */
  function route(fits: (turn: TurnContext) => boolean, handle: Handler): void {
    const selector = async (turn: TurnContext): Promise<boolean> => fits(turn);
    const handler = (turn: TurnContext): Promise<void> => attending.attend(turn, handle);
    app.addRoute(selector, handler, true);
    app.addRoute(selector, handler, false);
  }

  function welcome(): Answer {
    return {
      kind: 'card',
      card: renderCard('welcome', { ...WELCOME, safety: safetyLine(needs.policy) }),
      otherwise: CHAT.teamWelcome,
    };
  }

  /** For everybody who reads along: what it opens, only whoever presses sees. */
  function start(title: string, text: string): Answer {
    const card = renderCard('start', { title, text });
    return { kind: 'card', card, otherwise: text };
  }

  function notUnderstood(): Answer {
    const card = renderCard('notice', { title: CHAT.unknownTitle, text: CHAT.unknown });
    return { kind: 'card', card, otherwise: CHAT.unknown };
  }

  /** Where others read along, it goes on in the person's own chat; opened if need be. */
  async function inPrivate(
    turn: TurnContext,
    by: Person,
    make: () => Answer | Promise<Answer>,
  ): Promise<Answer> {
    const made = await make();
    if (isPrivate(turn.activity) || made.kind !== 'card') return made;
    const seenBy = [channelReference(turn.activity)];
    const posted = await reach.inChatWith(by.id, seenBy, (to) => reach.post(to, cardMessage(made.card)));
    return posted === undefined ? said(CHAT.openPrivate) : said(CHAT.goesOnInPrivate);
  }

  /**
   * Not in invokes: those are answered within three seconds. A card's comes from a chat that is known already; a
   * dialog's may come from a chat of two people without the bot, which is called personal too.
   */
  async function keepWhereabouts({ activity }: TurnContext): Promise<boolean> {
    const id = activity.from?.aadObjectId;
    if (!id || isInvoke(activity)) return true;
    await keepPerson(activity, id, needs.conversations).catch((error: unknown) =>
      needs.log.warn({ err: error }, 'could not keep where a person is reached'),
    );
    return true;
  }

  /** Once, when the bot itself is added. */
  async function greet(turn: TurnContext): Promise<void> {
    const { membersAdded, recipient } = turn.activity;
    if (!membersAdded?.some(({ id }) => id === recipient.id)) return;
    await answer(turn, isPersonal(turn.activity) ? welcome() : start(WELCOME.title, CHAT.teamWelcome));
  }
}

function askerOf({ turn, by }: Turn): Asker {
  return { by, activity: turn.activity };
}
