/** How coordinators look after a request: send it back for changes, complete it, write to the requester, hand it over. */
import { checkEdit, type EditAnswers } from '../edit';
import type { Relaxing } from '../match';
import { checkNote, type NoteAnswer } from '../note';
import type { KnownPerson, Person, Requester } from '../people';
import { isStanding } from '../rearranging';
import { isRelaxing, relaxed } from '../relaxing';
import { isArrangedWith } from '../reliability';
import type { Effect, Request, Returned } from '../request';
import { beforeDecision } from './coordinator';
import { withoutQuestion } from './dates';
import { accept, type Decision, type Facts, refuse, SHOWN } from './decision';
import { withAbsencesOf } from './taking-part';
import { asksAnew, search } from './transitions';

/** The requester gets the form back as they left it, with what is missing. */
export function returnForChanges(request: Request, missing: NoteAnswer, by: Person, facts: Facts): Decision {
  if (!facts.coordinator) return refuse('coordinators-only');
  if (request.state === 'closed') return refuse('closed');
  if (request.state !== 'submitted') return refuse('already-decided');
  const problems = checkNote(missing, facts.now);
  if (problems.length > 0) return { refused: 'form', problems };
  const { matches, setback, raised, datesAsked, poll, ...kept } = request;
  const next: Returned = { ...kept, state: 'returned', missing: missing.text.trim(), returnedBy: by };
  return accept(next, ...SHOWN, { kind: 'call-requester' });
}

/** What matching found would help, once the requester agrees to it: they see it on their card. */
export function relax(request: Request, step: Relaxing, facts: Facts): Decision {
  const open = beforeDecision(request, facts);
  if ('refused' in open) return open;
  if (!isRelaxing(open.ask, step, facts.now, facts.policy)) return refuse('changed-meanwhile');
  const { requester, ask } = open;
  const { next, effects } = asksAnew(open, { requester, ask: relaxed(ask, step) }, facts);
  return accept(next, ...effects, ...SHOWN, { kind: 'call-requester' });
}

/** What a coordinator completes counts like a change by the requester; it is looked for matches anew. */
export function edit(request: Request, answers: EditAnswers, basedOn: number, facts: Facts): Decision {
  const open = beforeDecision(request, facts);
  if ('refused' in open) return open;
  if ((open.revision ?? 0) !== basedOn) return refuse('changed-meanwhile');
  const checked = checkEdit(open.requester, open.ask, answers, facts.now, facts.policy);
  if ('problems' in checked) return { refused: 'form', problems: checked.problems };
  const { next, effects } = asksAnew(open, { requester: open.requester, ask: checked.ask }, facts);
  return accept(next, ...effects, ...SHOWN);
}

export function writeNote(request: Request, note: NoteAnswer, by: Person, facts: Facts): Decision {
  if (!facts.coordinator) return refuse('coordinators-only');
  if (request.state === 'closed') return refuse('closed');
  const problems = checkNote(note, facts.now);
  if (problems.length > 0) return { refused: 'form', problems };
  const next: Request = { ...request, note: { text: note.text.trim(), by, at: facts.now } };
  return accept(next, ...SHOWN, { kind: 'call-requester' });
}

/** Somebody else asks from now on: the requester has left, or the work has changed hands. */
export function transfer(request: Request, to: KnownPerson, facts: Facts): Decision {
  if (!facts.coordinator) return refuse('coordinators-only');
  if (request.state === 'closed') return refuse('closed');
  if (request.requester.id === to.id) return refuse('already-theirs');
  if (isArrangedWith(request, to.id)) return refuse('not-independent');
  const handedOver = withAbsencesOf(handOver(request, to));
  const told: Effect[] = [...SHOWN, { kind: 'call-requester' }];
  if (handedOver.state === 'submitted') {
    // A question about dates was put to somebody else; the round that begins puts it to them, if need be.
    const unasked = withoutQuestion(handedOver, facts);
    const { next, effects } = search(unasked.next);
    return accept(next, ...effects, ...unasked.effects, ...told);
  }
  // The attendees of a booked session are brought to what they are now.
  const invited: Effect[] = isStanding(handedOver)
    ? [{ kind: 'invite-participants', attempt: handedOver.attempt }]
    : [];
  return accept(handedOver, ...invited, ...told);
}

/** The telephone number was the former requester's; a colleague who becomes the requester acts for themself. */
function handOver(request: Request, to: KnownPerson): Request {
  const { requester, ask } = request;
  const isTo = ({ id, mail }: { readonly id?: string; readonly mail: string }) =>
    id === to.id || mail.toLowerCase() === to.mail.toLowerCase();
  const team = ask.participants.find(isTo)?.team ?? requester.team;
  const { colleague } = requester;
  const next: Requester = {
    id: to.id,
    name: to.name,
    mail: to.mail,
    team,
    handedOver: true,
    ...(colleague && !isTo(colleague) && { colleague }),
  };
  return {
    ...request,
    requester: next,
    ask: { ...ask, participants: ask.participants.filter((each) => !isTo(each)) },
  };
}
