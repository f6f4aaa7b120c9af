/** The dialogs in which coordinators return a request, complete it, and write to its requester. */
import type { Instant } from '../../domain/intervals';
import type { Person } from '../../domain/people';
import type { Policy } from '../../domain/policy';
import type { Request, RequestId } from '../../domain/request';
import type { Handled, Workflow } from '../../workflow';
import { type Answer, refused, said } from '../answers';
import { type Card, cardBytes, MOST_CARD_BYTES, renderCard } from '../cards';
import { COMMANDS, type Submission } from '../commands';
import { createCoordinatorsOnly, type CoordinatorsOnlyNeeds } from './coordinators-only';
import { isUndecided } from '../present/care';
import { type EditView, presentEdit } from '../present/edit';
import { type NoteView, presentNote } from '../present/note';
import { COMPLETING, DONE, refusedInDialog, RETURNING, WRITING } from '../wording/looking-after';
import { REFUSALS, TROUBLE } from '../wording/refusals';

export interface LookingAfterNeeds extends CoordinatorsOnlyNeeds {
  readonly workflow: Pick<Workflow, 'handle' | 'note'>;
  readonly policy: Policy;
  readonly now: () => Instant;
}

export interface LookingAfter {
  returnForm(id: RequestId, by: Person): Promise<Answer>;
  sendBack(sent: Submission<'return'>, by: Person): Promise<Answer>;
  noteForm(id: RequestId, by: Person): Promise<Answer>;
  write(sent: Submission<'note'>, by: Person): Promise<Answer>;
  editForm(id: RequestId, by: Person): Promise<Answer>;
  complete(sent: Submission<'edit'>, by: Person): Promise<Answer>;
}

/** What was typed is shown again with what is wrong with it; undefined when there is nothing to show it on. */
type Again = (handled: Extract<Handled, { accepted: false }>) => Answer | undefined;

const RETURN = { verb: 'return', wording: RETURNING } as const;
const NOTE = { verb: 'note', wording: WRITING } as const;

export function createLookingAfter(needs: LookingAfterNeeds): LookingAfter {
  const { workflow, policy, now, log } = needs;
  const forCoordinators = createCoordinatorsOnly(needs);

  return {
    returnForm: (id, by) =>
      forCoordinators({ id, by, what: 'return' }, ({ state }) => {
        if (state === 'closed') return refusing('closed');
        return state === 'submitted' ? noteDialog(id, RETURN) : refusing('already-decided');
      }),
    noteForm: (id, by) =>
      forCoordinators({ id, by, what: 'note' }, ({ state }) =>
        state === 'closed' ? refusing('closed') : noteDialog(id, NOTE),
      ),
    editForm: (id, by) =>
      forCoordinators({ id, by, what: 'edit' }, (request) => {
        if (request.state === 'closed') return refusing('closed');
        return isUndecided(request) ? editDialog(request, {}) : refusing('already-decided');
      }),

    sendBack: (sent, by) => sendNote(sent, COMMANDS.return(sent, by), RETURN, DONE.returned),
    write: (sent, by) => sendNote(sent, COMMANDS.note(sent, by), NOTE, DONE.written),

    complete: (sent, by) =>
      forCoordinators({ id: sent.request, by, what: 'edit' }, (before) => {
        const { answers } = sent;
        const lost = (): Answer => editDialog(before, { answers, notice: TROUBLE.dialogNotSaved });
        return handle(COMMANDS.edit(sent, by), DONE.completed, lost, ({ refusal, request }) => {
          if (!request) return undefined;
          if (refusal.refused === 'changed-meanwhile')
            return editDialog(request, { notice: REFUSALS['changed-meanwhile'] });
          return refusal.problems && editDialog(request, { answers, problems: refusal.problems });
        });
      }),
  };

  function sendNote(
    { request: id, note }: Submission<'note'>,
    command: Parameters<Workflow['handle']>[0],
    which: typeof RETURN | typeof NOTE,
    done: string,
  ): Promise<Answer> {
    const typed = { ...which, answer: note };
    const lost = (): Answer => noteDialog(id, { ...typed, failure: TROUBLE.dialogNotSaved });
    return handle(
      command,
      done,
      lost,
      ({ refusal }) => refusal.problems && noteDialog(id, { ...typed, problems: refusal.problems }),
    );
  }

  async function handle(
    command: Parameters<Workflow['handle']>[0],
    done: string,
    lost: () => Answer,
    again: Again,
  ): Promise<Answer> {
    let handled: Handled;
    try {
      handled = await workflow.handle(command);
    } catch (error) {
      const { requestId, kind } = command;
      log.error({ requestId, kind, err: error }, 'a dialog could not be saved; its sender was told');
      return lost();
    }
    if (handled.accepted) return said(done);
    return again(handled) ?? refusing(handled.refusal.refused);
  }

  function noteDialog(id: RequestId, view: NoteView): Answer {
    return dialog(view.wording.title, renderCard('note', presentNote(id, view, now())));
  }

  function editDialog(request: Request, view: EditView): Answer {
    return dialog(COMPLETING.title, renderCard('edit', presentEdit(request, view, now(), policy)));
  }
}

/** What was typed may be more than a card can show again. */
function dialog(title: string, card: Card): Answer {
  return cardBytes(card) <= MOST_CARD_BYTES ? { kind: 'dialog', title, card } : refused(TROUBLE.formTooLong);
}

function refusing(why: Parameters<typeof refusedInDialog>[0]): Answer {
  return refused(refusedInDialog(why, REFUSALS));
}
