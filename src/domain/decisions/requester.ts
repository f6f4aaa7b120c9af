/** What the requester, or the colleague who may act for them, may do: ask, change, and withdraw. */
import { checkForm, type FormAnswers } from '../form';
import { confirmed, isSamePerson, mayActFor, type Person, type Requester } from '../people';
import { type Addressed, type Command, type Effect, isOpen, type Request, type Submitted } from '../request';
import type { Submission } from '../submission';
import { accept, type Acceptance, type Decision, type Facts, refuse } from './decision';
import { answerDue, asksAnew, awaitDecision, close } from './transitions';

/** The id was minted for this person when the form was rendered, so a second submit of a form meets its own request. */
export function submit(
  existing: Request | undefined,
  { requestId: id, answers, followUpOf, unconfirmed }: Submission & Addressed,
  by: Person,
  facts: Facts,
): Decision {
  if (existing) return refuse(existing.requester.id === by.id ? 'already-submitted' : 'not-found');
  const checked = checkForm(answers, facts.now, facts.policy);
  if ('problems' in checked) return { refused: 'form', problems: checked.problems };
  const next: Submitted = {
    id,
    state: 'submitted',
    requester: { ...asker(by), ...(unconfirmed && { unconfirmed }), ...checked.requester },
    ask: { ...checked.ask, ...(followUpOf && { followUpOf }) },
    submittedAt: facts.now,
    answerDueAt: answerDue(facts),
    round: 1,
    attempt: 0,
    passed: [],
  };
  return accept(
    next,
    { kind: 'find-matches', round: 1 },
    ...awaitDecision(next, facts),
    { kind: 'show-coordinators' },
    { kind: 'show-requester' },
  );
}

/**
 * The whole form again, after it was returned or of the requester's own accord: the last one sent stands as a whole, so
 * that two devices never make a mixture of two.
 */
export function change(request: Request, answers: FormAnswers, by: Person, facts: Facts): Decision {
  if (!mayActFor(request.requester, by)) return refuse('requester-only');
  if (request.state === 'closed') return refuse('closed');
  if (request.state !== 'submitted' && request.state !== 'returned') return refuse('being-arranged');
  // None of them is on the form: the length agreed, what goes on from what, and whom a coordinator has found.
  const { minutes, followUpOf, interpreters } = request.ask;
  const checked = checkForm(answers, facts.now, facts.policy, request.ask);
  if ('problems' in checked) return { refused: 'form', problems: checked.problems };
  const { id, name, mail, outside, hasAccount, unconfirmed, colleague } = request.requester;
  // The same colleague may go on acting; another is looked up first.
  const isKept = colleague !== undefined && colleague.mail === checked.requester.colleague?.mail;
  const requester = {
    id,
    name,
    ...(mail !== undefined && { mail }),
    ...(outside && { outside }),
    ...(hasAccount && { hasAccount }),
    ...(unconfirmed && { unconfirmed }),
    ...checked.requester,
    ...(isKept && { colleague }),
  };
  const ask = {
    ...checked.ask,
    ...(minutes !== undefined && { minutes }),
    ...(followUpOf && { followUpOf }),
    ...(interpreters && { interpreters }),
  };
  const { next, effects } = asksAnew(request, { requester, ask }, facts);
  return accept(
    next,
    ...effects,
    { kind: 'show-coordinators' },
    // They wait for what they asked for; a card that changes in place rings no bell.
    ...(request.state === 'returned' ? [{ kind: 'call-coordinators' } as const] : []),
    { kind: 'show-requester' },
  );
}

/** Who has an address and no sign-in came by a link that was mailed there. */
function asker({ id, name, mail }: Person): Pick<Requester, 'id' | 'name' | 'mail' | 'outside'> {
  return { id, name, ...(mail !== undefined && { mail, outside: true }) };
}

/** Said again, or of a request whose requester was known all along, it changes nothing. */
export function confirm(request: Request, by: Person): Decision {
  if (!isSamePerson(request.requester.id, by.id)) return refuse('requester-only');
  if (request.state === 'closed') return refuse('closed');
  return accept(request);
}

/**
 * Whoever does anything through the link that was mailed to the address has shown that it is theirs.
 */
export function confirmedByActing({ kind, by }: Command, decision: Acceptance): Acceptance {
  const { next, effects } = decision;
  const { requester } = next;
  // What has ended needs no confirming, whoever ended it.
  if (!requester.unconfirmed || kind === 'submit' || by === 'system' || !isOpen(next)) return decision;
  if (!isSamePerson(requester.id, by.id)) return decision;
  const isShown = effects.some((effect) => effect.kind === 'show-coordinators');
  const shown: Effect[] = isShown ? [] : [{ kind: 'show-coordinators' }];
  return { next: { ...next, requester: confirmed(requester) }, effects: [...effects, ...shown] };
}

export function withdraw(request: Request, by: Person, facts: Facts): Decision {
  if (!mayActFor(request.requester, by)) return refuse('requester-only');
  if (request.state === 'closed') return refuse('closed');
  if (request.state === 'held') return refuse('too-late');
  if ('match' in request && request.state !== 'approved' && facts.now >= request.match.slot.start)
    return refuse('too-late');
  return close(request, { kind: 'withdrawn' }, facts);
}
