/** Asking for a JAGS and looking after one's own request, as a table of contents. */
import { isPersonal } from '../answers';
import { type AskingNeeds, createAsking } from '../asking/asking';
import { createChanging } from '../asking/changing';
import type { Asker } from '../asking/choosing';
import { createGivingDates } from '../asking/giving-dates';
import { createGuide, type GuideNeeds } from '../asking/guide';
import { originOf } from '../asking/origin';
import { createOwnRequests, type OwnRequestsNeeds } from '../asking/own-requests';
import { createProposing, type ProposingNeeds } from '../asking/proposing';
import type { Turn } from '../reaching/attending';
import { createSearch, type SearchNeeds } from '../search';
import { start } from '../start-card';
import { CHAT } from '../wording/chat';
import type { Routing } from './routing';

export type RequestRoutesNeeds = AskingNeeds &
  OwnRequestsNeeds &
  SearchNeeds &
  ProposingNeeds &
  Omit<GuideNeeds, 'asking'>;

export function routeRequests(routing: Routing, needs: RequestRoutesNeeds): void {
  const { says, presses, pressesInPrivate, inPrivate } = routing;
  const asking = createAsking(needs);
  const guide = createGuide({ ...needs, asking });
  const changing = createChanging({ ...needs, asking });
  const own = createOwnRequests(needs);
  const search = createSearch(needs);
  const giveDates = createGivingDates(needs);
  const proposing = createProposing(needs);

  says('request', ({ turn }) =>
    isPersonal(turn.activity) ? asking.safety('') : start(CHAT.startTitle, CHAT.start),
  );
  says('status', ({ turn, by }) => inPrivate(turn, by, () => own.list(by, 0)));
  // Withdrawing takes one more tap there, on the request it is about.
  says('withdraw', ({ turn, by }) => inPrivate(turn, by, () => own.list(by, 0)));
  says('choose', ({ turn, by }) => inPrivate(turn, by, () => guide.start()));

  presses('ask', ({ turn, by }) => inPrivate(turn, by, () => asking.safety(originOf(turn.activity))));
  presses('guide', ({ turn, by }) => inPrivate(turn, by, () => guide.start()));
  presses('status', ({ turn, by, data }) => inPrivate(turn, by, () => own.list(by, data.from)));
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
}

function askerOf({ turn, by }: Turn): Asker {
  return { by, activity: turn.activity };
}
