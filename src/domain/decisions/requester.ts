/** What the requester may do: ask, and withdraw. */
import { endOfWorkingDay } from '../calendar';
import { checkForm, type FormAnswers } from '../form';
import type { Person } from '../people';
import type { Request, RequestId, Submitted } from '../request';
import { accept, type Decision, type Facts, refuse } from './decision';
import { close } from './transitions';

/** The id was minted for this person when the form was rendered, so a second submit of a form meets its own request. */
export function submit(
  existing: Request | undefined,
  id: RequestId,
  answers: FormAnswers,
  by: Person,
  facts: Facts,
): Decision {
  if (existing) return refuse(existing.requester.id === by.id ? 'already-submitted' : 'not-found');
  const checked = checkForm(answers, facts.now, facts.policy);
  if ('problems' in checked) return { refused: 'form', problems: checked.problems };
  const next: Submitted = {
    id,
    state: 'submitted',
    requester: { id: by.id, name: by.name, ...checked.requester },
    ask: checked.ask,
    submittedAt: facts.now,
    answerDueAt: endOfWorkingDay(facts.now, facts.policy.answerTargetDays, facts.policy),
    round: 1,
    attempt: 0,
    passed: [],
  };
  return accept(
    next,
    { kind: 'find-matches', round: 1 },
    { kind: 'show-coordinators' },
    { kind: 'show-requester' },
  );
}

export function withdraw(request: Request, by: Person, facts: Facts): Decision {
  if (request.requester.id !== by.id) return refuse('requester-only');
  if (request.state === 'closed') return refuse('closed');
  if (request.state === 'held') return refuse('too-late');
  if ('match' in request && request.state !== 'approved' && facts.now >= request.match.slot.start)
    return refuse('too-late');
  return close(request, { kind: 'withdrawn' }, facts);
}
