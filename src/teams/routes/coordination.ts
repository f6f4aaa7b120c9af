/** What coordinators do, as a table of contents. */
import { COMMANDS } from '../commands';
import { createCoordinating, type CoordinatingNeeds } from '../coordinating/coordinating';
import { createDigest } from '../coordinating/digest-of-today';
import { createHandingOver, type HandingOverNeeds } from '../coordinating/handing-over';
import { createLookingAfter, type LookingAfterNeeds } from '../coordinating/looking-after';
import { createQueue, type QueueNeeds, WHOLE_QUEUE } from '../coordinating/queue-of-requests';
import { createHistory, type HistoryNeeds } from '../coordinating/request-history';
import { submittedBy } from '../submission';
import type { Routing } from './routing';

export type CoordinationRoutesNeeds = CoordinatingNeeds &
  QueueNeeds &
  HistoryNeeds &
  LookingAfterNeeds &
  HandingOverNeeds;

export function routeCoordination(routing: Routing, needs: CoordinationRoutesNeeds): void {
  const { says, presses, inPrivate } = routing;
  const coordinating = createCoordinating(needs);
  const queue = createQueue(needs);
  const digest = createDigest(needs);
  const history = createHistory(needs);
  const lookingAfter = createLookingAfter(needs);
  const handingOver = createHandingOver(needs);

  says('queue', ({ turn, by }) => inPrivate(turn, by, () => queue.list(by, WHOLE_QUEUE)));
  says('digest', ({ turn, by }) => inPrivate(turn, by, () => digest(by)));
  says('use-channel', ({ turn, by }) => coordinating.useChannel(turn.activity, by));

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
}
