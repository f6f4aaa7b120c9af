/** Other people for an arranged session: proposed by whoever asked for it, agreed to or left by a coordinator. */
import type { Instant } from '../intervals';
import { mayActFor, type Person } from '../people';
import {
  changeOf,
  checkProposal,
  isProposable,
  misfit,
  type Proposable,
  type ProposalCommand,
  proposed,
  wantedBy,
} from '../proposal';
import { isStanding } from '../rearranging';
import type { Request } from '../request';
import type { Refusal } from '../refusal';
import { accept, type Decision, type Facts, refuse, SHOWN } from './decision';
import { withAbsencesOf } from './taking-part';
import { showFacilitator } from './transitions';

type Proposing = Extract<ProposalCommand, { kind: 'propose-participants' }>;

/** A newer one replaces what stands; one that would change nothing takes it back. */
export function propose(request: Request, { answers, known }: Proposing, by: Person, facts: Facts): Decision {
  if (!mayActFor(request.requester, by)) return refuse('requester-only');
  const open = proposable(request, facts);
  if ('refused' in open) return open;
  const checked = checkProposal(open, answers, facts.now, facts.policy);
  if ('problems' in checked) return { refused: 'form', problems: checked.problems };
  const participants = proposed(open, checked.kept, answers.added, known);
  if (!participants) return refuse('people-not-known');
  const { proposal, proposalAnswer, ...kept } = open;
  const { added, removed } = changeOf(open, participants);
  if (added.length + removed.length === 0)
    return proposal ? accept(kept, ...SHOWN) : refuse('nothing-proposed');
  const next: Proposable = { ...kept, proposal: { participants, at: facts.now, by } };
  return accept(next, ...SHOWN, { kind: 'call-coordinators', about: 'proposal' });
}

/** Judged again by every rule that made the session: its numbers, its agencies, and that its facilitator is independent. */
export function agree(request: Request, at: Instant, facts: Facts): Decision {
  const open = answerable(request, at, facts);
  if ('refused' in open) return open;
  if (facts.now >= open.match.slot.start) return refuse('too-late');
  const { proposal, ...kept } = open;
  const participants = proposal ? wantedBy(open, proposal) : open.ask.participants;
  const why = misfit(open, participants, facts.policy);
  if (why) return refuse(why);
  const next: Proposable = withAbsencesOf({
    ...kept,
    ask: { ...open.ask, participants },
    revision: (open.revision ?? 0) + 1,
    proposalAnswer: { agreed: true, at: facts.now },
  });
  return accept(
    next,
    // The list of those invited is brought to what it is now: only whoever is touched gets mail. Before, nobody is invited.
    ...(isStanding(next) ? [{ kind: 'invite-participants', attempt: next.attempt } as const] : []),
    ...showFacilitator(next),
    ...SHOWN,
    { kind: 'call-requester', about: 'proposal-agreed' },
  );
}

export function leave(request: Request, at: Instant, facts: Facts): Decision {
  const open = answerable(request, at, facts);
  if ('refused' in open) return open;
  const { proposal, ...kept } = open;
  const next: Proposable = { ...kept, proposalAnswer: { agreed: false, at: facts.now } };
  return accept(next, ...SHOWN, { kind: 'call-requester', about: 'proposal-left' });
}

function proposable(request: Request, { now }: Facts): Proposable | Refusal {
  if (request.state === 'closed') return refuse('closed');
  if (request.state === 'held') return refuse('too-late');
  if (request.state === 'approved') return refuse('wait-arranging');
  if (!isProposable(request)) return refuse('not-arranged');
  return now >= request.match.slot.start ? refuse('too-late') : request;
}

/** What a coordinator has not seen, they do not answer: another proposal may have taken its place. */
function answerable(request: Request, at: Instant, { coordinator }: Facts): Proposable | Refusal {
  if (!coordinator) return refuse('coordinators-only');
  if (request.state === 'closed') return refuse('closed');
  return isProposable(request) && request.proposal?.at === at ? request : refuse('changed-meanwhile');
}
