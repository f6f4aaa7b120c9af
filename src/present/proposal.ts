/** Other people proposed for a session, as its coordinators and its requester see it on their cards. */
import { teamLabel } from '../domain/agencies';
import type { Participant } from '../domain/people';
import type { Policy } from '../domain/policy';
import { changeOf, isProposable, type Proposal, wantedBy } from '../domain/proposal';
import type { Request } from '../domain/request';
import { dayOf } from '../wording/when';
import { isolated } from '../wording/typed-text';
import { PROPOSED, PROPOSED_LISTS, proposedBy, proposedInNumbers } from '../wording/proposing';

/** Whom it is about is for the coordinator's own view; the channel's card is read by more people. */
export function proposalLines(request: Request, own: boolean, policy: Policy): string[] {
  const proposal = proposalOf(request);
  if (!proposal) return [];
  const { added, removed } = changeOf(request, wantedBy(request, proposal));
  if (!own) return [proposedInNumbers(added.length, removed.length)];
  return [
    proposedBy(isolated(proposal.by.name), dayOf(proposal.at)),
    ...listed(PROPOSED_LISTS.added, added, policy),
    ...listed(PROPOSED_LISTS.removed, removed, policy),
  ];
}

/** `own` for the view of one signed-in coordinator. */
export function proposalButtons(
  request: Request,
  own: boolean,
): { readonly canAnswerProposal: boolean; readonly proposedAt: number } {
  const proposal = proposalOf(request);
  return { canAnswerProposal: own && proposal !== undefined, proposedAt: proposal?.at ?? 0 };
}

export function hasProposal(request: Request): boolean {
  return proposalOf(request) !== undefined;
}

/** For whoever asked. */
export function ownProposalLines(request: Request): string[] {
  if (!isProposable(request)) return [];
  const { proposal, proposalAnswer } = request;
  if (proposal) return [PROPOSED.waiting];
  return proposalAnswer ? [proposalAnswer.agreed ? PROPOSED.agreed : PROPOSED.left] : [];
}

function listed(heading: string, people: readonly Participant[], { agencies }: Policy): string[] {
  const names = people.map(({ name, team }) => `${isolated(name)} (${teamLabel(agencies, team)})`);
  return names.length > 0 ? [`${heading}${names.join('; ')}.`] : [];
}

function proposalOf(request: Request): Proposal | undefined {
  return isProposable(request) ? request.proposal : undefined;
}
