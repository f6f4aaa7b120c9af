/** Handing a request over to somebody else. A card says only an id; who that is, the directory says. */
import { isSamePerson, type KnownPerson, type Person, type PersonId } from '../../domain/people';
import type { Policy } from '../../domain/policy';
import type { Request, RequestId } from '../../domain/request';
import type { Directory } from '../../ports';
import type { Workflow } from '../../workflow';
import { type Answer, refused, said } from '../answers';
import { renderCard } from '../cards';
import type { Submission } from '../commands';
import { createCoordinatorsOnly, type CoordinatorsOnlyNeeds } from './coordinators-only';
import { inTime } from '../in-time';
import { presentTransfer } from '../present/transfer';
import { isolated } from '../../wording/typed-text';
import { handedOverTo, HANDING_OVER, refusedInDialog } from '../wording/looking-after';
import { REFUSALS } from '../wording/refusals';

export interface HandingOverNeeds extends CoordinatorsOnlyNeeds {
  readonly workflow: Pick<Workflow, 'handle' | 'note'>;
  readonly directory: Pick<Directory, 'isCoordinator' | 'known'>;
  readonly policy: Policy;
}

export interface HandingOver {
  form(id: RequestId, by: Person): Promise<Answer>;
  handOver(sent: Submission<'transfer'>, by: Person): Promise<Answer>;
}

/** Of the three seconds Teams waits. */
const LOOK_UP_MS = 1_000;

/** Somebody of the request itself is known well enough when the directory does not answer in time. */
type LookedUp = KnownPerson | 'not-known' | 'not-looked-up';

export function createHandingOver(needs: HandingOverNeeds): HandingOver {
  const { workflow, directory, policy, log } = needs;
  const forCoordinators = createCoordinatorsOnly(needs);

  return {
    form: (id, by) => forCoordinators({ id, by, what: 'transfer' }, (request) => dialog(request)),
    handOver: ({ request: id, to }, by) =>
      forCoordinators({ id, by, what: 'transfer' }, async (request) => {
        if (to === '') return dialog(request, HANDING_OVER.nobody);
        const person = await lookUp(to, request);
        if (person === 'not-known') return dialog(request, HANDING_OVER.notKnown);
        if (person === 'not-looked-up') return dialog(request, HANDING_OVER.notLookedUp);
        const handled = await workflow.handle({ kind: 'transfer', requestId: id, to: person, by });
        if (handled.accepted) return said(handedOverTo(isolated(person.name)));
        return dialog(handled.request ?? request, REFUSALS[handled.refusal.refused]);
      }),
  };

  function dialog(request: Request, problem = ''): Answer {
    if (request.state === 'closed') return refused(refusedInDialog('closed', REFUSALS));
    const card = renderCard('transfer', presentTransfer(request, policy, problem));
    return { kind: 'dialog', title: HANDING_OVER.title, card };
  }

  async function lookUp(id: PersonId, request: Request): Promise<LookedUp> {
    const asked = directory.known({ mails: [], ids: [id] }).catch((error: unknown) => {
      log.warn({ requestId: request.id, err: error }, 'could not look up whom a request is handed over to');
      return undefined;
    });
    const known = await inTime(asked, LOOK_UP_MS, () => undefined);
    if (known) return known.find((each) => isSamePerson(each.id, id)) ?? 'not-known';
    const participant = request.ask.participants.find((each) => each.id && isSamePerson(each.id, id));
    if (!participant?.id || participant.gone) return 'not-looked-up';
    const { name, mail } = participant;
    return { id: participant.id, name, mail };
  }
}
