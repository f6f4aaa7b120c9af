/** The dialog in which a coordinator hands a request over: those who know of it first, anybody in the directory besides. */
import { teamLabel } from '../../domain/agencies';
import { isSamePerson } from '../../domain/people';
import type { Policy } from '../../domain/policy';
import { referenceOf, type Request } from '../../domain/request';
import type { Choice } from '../card-data';
import { inChoice } from '../../wording/typed-text';
import { HANDING_OVER } from '../wording/looking-after';

export interface TransferCard {
  readonly reference: string;
  readonly request: string;
  readonly intro: string;
  readonly hasProblem: boolean;
  readonly problem: string;
  readonly choices: readonly Choice[];
}

export function presentTransfer(request: Request, policy: Policy, problem = ''): TransferCard {
  return {
    reference: referenceOf(request.id),
    request: request.id,
    intro: HANDING_OVER.intro,
    hasProblem: problem !== '',
    problem,
    choices: [...colleague(request), ...participants(request, policy)],
  };
}

function colleague({ requester }: Request): Choice[] {
  const { id, mail } = requester.colleague ?? {};
  if (id === undefined || mail === undefined || isSamePerson(id, requester.id)) return [];
  return [{ title: `${inChoice(mail)} · ${HANDING_OVER.colleague}`, value: id }];
}

/** Those in the tenant: nobody else can sign in here. */
function participants({ requester, ask }: Request, { agencies }: Policy): Choice[] {
  return ask.participants.flatMap(({ id, name, team, gone }) =>
    id === undefined || gone || requester.colleague?.id === id
      ? []
      : [{ title: `${inChoice(name)} · ${teamLabel(agencies, team)}`, value: id }],
  );
}
