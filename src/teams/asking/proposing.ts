/** The dialog in which the requester, or the colleague who may act for them, proposes other people for a session. */
import type { Instant } from '../../domain/intervals';
import { type KnownPerson, mayActFor, type Person } from '../../domain/people';
import type { Policy } from '../../domain/policy';
import { isProposable, type ProposalAnswers } from '../../domain/proposal';
import type { Request, RequestId } from '../../domain/request';
import type { Refused } from '../../domain/refusal';
import type { Directory, Requests } from '../../ports';
import type { Handled, Workflow } from '../../workflow';
import { type Answer, refused, said } from '../answers';
import { cardBytes, MOST_CARD_BYTES, renderCard } from '../cards';
import type { Submission } from '../commands';
import { inTime } from '../in-time';
import { type ParticipantsView, presentParticipants } from '../present/participants';
import { createTrespass, type TrespassNeeds } from '../trespass';
import { refusedInDialog } from '../wording/looking-after';
import { PROPOSING } from '../../wording/proposing';
import { REFUSALS, TROUBLE } from '../wording/refusals';

export interface ProposingNeeds extends TrespassNeeds {
  readonly workflow: Pick<Workflow, 'handle' | 'note'>;
  readonly requests: Pick<Requests, 'load'>;
  readonly directory: Pick<Directory, 'known'>;
  readonly policy: Policy;
  readonly now: () => Instant;
}

export interface Proposing {
  form(id: RequestId, by: Person): Promise<Answer>;
  send(sent: Submission<'propose-participants'>, by: Person): Promise<Answer>;
}

/** Of the three seconds Teams waits. */
const LOOK_UP_MS = 1_000;

export function createProposing(needs: ProposingNeeds): Proposing {
  const { workflow, requests, directory, policy, now, log } = needs;
  const note = createTrespass(needs);

  return {
    async form(id, by) {
      const request = await ownRequest(id, by);
      if (!request) return refused(REFUSALS['not-found']);
      const why = whyNot(request);
      return why ? refusing(why) : dialog(request, {});
    },

    async send({ request: id, answers }, by) {
      const request = await ownRequest(id, by);
      if (!request) return refused(REFUSALS['not-found']);
      const known = await lookUp(answers, id);
      if (!known) return dialog(request, { answers, notice: PROPOSING.notLookedUp });
      let handled: Handled;
      try {
        handled = await workflow.handle({ kind: 'propose-participants', requestId: id, answers, known, by });
      } catch (error) {
        log.error({ requestId: id, err: error }, 'a proposal could not be saved; its sender was told');
        return dialog(request, { answers, notice: TROUBLE.dialogNotSaved });
      }
      if (handled.accepted) return said(isWaiting(handled.request) ? PROPOSING.sent : PROPOSING.takenBack);
      const { refusal } = handled;
      if (refusal.problems) return dialog(request, { answers, problems: refusal.problems });
      if (refusal.refused === 'people-not-known' || refusal.refused === 'nothing-proposed')
        return dialog(request, { answers, notice: REFUSALS[refusal.refused] });
      return refusing(refusal.refused);
    },
  };

  /** Somebody else's request and none at all look the same from outside. */
  async function ownRequest(id: RequestId, by: Person): Promise<Request | undefined> {
    const request = (await requests.load(id))?.request;
    if (!request || mayActFor(request.requester, by.id)) return request;
    await note({ requestId: id, by, what: 'propose-participants', refused: 'requester-only' });
    return undefined;
  }

  /** Undefined when the directory does not answer in time: who they are has to be known before it is judged. */
  async function lookUp(
    { added }: ProposalAnswers,
    requestId: RequestId,
  ): Promise<readonly KnownPerson[] | undefined> {
    const ids = added.flatMap(({ id }) => id ?? []);
    const mails = added.map(({ mail }) => mail.trim().toLowerCase()).filter((mail) => mail !== '');
    if (ids.length + mails.length === 0) return [];
    const asked = directory.known({ mails, ids }).catch((error: unknown) => {
      log.warn({ requestId, err: error }, 'could not look up whom a requester proposes');
      return undefined;
    });
    return inTime(asked, LOOK_UP_MS, () => undefined);
  }

  /** What was typed may be more than a card can show again. */
  function dialog(request: Request, view: ParticipantsView): Answer {
    const card = renderCard('participants', presentParticipants(request, view, now(), policy));
    return cardBytes(card) <= MOST_CARD_BYTES
      ? { kind: 'dialog', title: PROPOSING.title, card }
      : refused(TROUBLE.formTooLong);
  }
}

/** Said before anything is typed. */
function whyNot({ state }: Request): Refused | undefined {
  switch (state) {
    case 'submitted':
    case 'returned':
      return 'not-arranged';
    case 'approved':
      return 'wait-arranging';
    case 'held':
      return 'too-late';
    case 'closed':
      return 'closed';
    default:
      return undefined;
  }
}

function isWaiting(request: Request): boolean {
  return isProposable(request) && request.proposal !== undefined;
}

function refusing(why: Refused): Answer {
  return refused(refusedInDialog(why, REFUSALS));
}
