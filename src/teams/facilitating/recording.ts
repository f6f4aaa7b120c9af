/** The dialog in which a facilitator records how a session was. */
import type { Person } from '../../domain/people';
import type { Policy } from '../../domain/policy';
import { recordOf } from '../../domain/record-form';
import type { Held, Request, RequestId } from '../../domain/request';
import type { Requests } from '../../ports';
import { RECORD } from '../../wording/session-record';
import type { Handled, Workflow } from '../../workflow';
import { type Answer, refused, said } from '../answers';
import { renderCard } from '../cards';
import type { Submission } from '../commands';
import { presentRecordCard, type RecordCardView } from '../present/record';
import { createTrespass, type TrespassNeeds } from '../trespass';
import { REFUSALS, TROUBLE } from '../wording/refusals';

export interface RecordingNeeds extends TrespassNeeds {
  readonly workflow: Pick<Workflow, 'handle' | 'note'>;
  readonly requests: Pick<Requests, 'load'>;
  readonly policy: Policy;
}

export interface Recording {
  form(id: RequestId, by: Person): Promise<Answer>;
  save(sent: Submission<'record-session'>, by: Person): Promise<Answer>;
}

export function createRecording(needs: RecordingNeeds): Recording {
  const { workflow, requests, policy, log } = needs;
  const note = createTrespass(needs);
  return {
    async form(id, by) {
      const request = (await requests.load(id))?.request;
      if (!request) return refused(REFUSALS['not-found']);
      if (isTheirs(request, by)) return dialog(request, {});
      if (request.state === 'closed')
        return refused(REFUSALS[request.outcome.kind === 'completed' ? 'record-closed' : 'closed']);
      if ('match' in request && request.match.facilitator.id === by.id) return refused(REFUSALS['not-over']);
      await note({ requestId: id, by, what: 'record-session', refused: 'not-their-session' });
      return refused(REFUSALS['not-their-session']);
    },

    async save({ request: id, attempt, answers }, by) {
      const before = (await requests.load(id))?.request;
      // Whoever does not facilitate it is refused by the rules, and that is kept: with a record of no session at all.
      const slot = before && 'match' in before ? before.match.slot : { start: NaN, end: NaN };
      let handled: Handled;
      try {
        const record = recordOf(answers, slot);
        handled = await workflow.handle({ kind: 'record-session', requestId: id, attempt, record, by });
      } catch (error) {
        if (!before || !isTheirs(before, by)) throw error;
        log.error({ requestId: id, err: error }, 'a record could not be saved; its facilitator was told');
        return dialog(before, { answers, notice: TROUBLE.dialogNotSaved });
      }
      if (handled.accepted) return said(RECORD.recorded);
      const { refusal, request } = handled;
      if (refusal.problems && request && isTheirs(request, by))
        return dialog(request, { answers, problems: refusal.problems });
      return refused(REFUSALS[refusal.refused]);
    },
  };

  function dialog(request: Held, view: RecordCardView): Answer {
    const card = renderCard('record', presentRecordCard(request, view, policy));
    return { kind: 'dialog', title: RECORD.title, card };
  }
}

/** Held, and by them: nobody else was there to say how it was. */
function isTheirs(request: Request, { id }: Person): request is Held {
  return request.state === 'held' && request.match.facilitator.id === id;
}
