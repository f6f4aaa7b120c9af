/** The people of the form: each of them, and all together. */
import { findAgency, findTeam } from './agencies';
import type { FormAnswers, ParticipantAnswer } from './form';
import { type FormProblem, isEmpty } from './form-fields';
import { namesSomebody } from './identifiers';
import { isMail, plainMail } from './mail-address';
import type { Participant, Picked, ToBeNamed } from './people';
import type { Policy } from './policy';

export const LONGEST_NAME = 80;

/**
 * How much is known of somebody: chosen from the directory, to be looked up; named with an address; or, without an
 * address, a role to be named later.
 */
export function knownAs({ id = '', name, mail }: ParticipantAnswer): 'picked' | 'named' | 'to-be-named' {
  if (id !== '' && isEmpty(name) && isEmpty(mail)) return 'picked';
  return id === '' && isEmpty(mail) ? 'to-be-named' : 'named';
}

/** The requester takes part and is counted: policy's least and most include them, and so do the agencies. */
export function checkPeople(
  { participants, team }: Pick<FormAnswers, 'participants' | 'team'>,
  policy: Policy,
): FormProblem[] {
  const problems = participants.flatMap((person, entry) => checkPerson(person, entry, participants, policy));
  const people = participants.length + 1;
  if (people < policy.leastParticipants)
    problems.push({ field: 'participants', fault: 'too-few-people', allowed: policy.leastParticipants - 1 });
  if (people > policy.mostParticipants)
    problems.push({ field: 'participants', fault: 'too-many-people', allowed: policy.mostParticipants - 1 });
  const agencies = new Set(
    [team, ...participants.map((person) => person.team)].map(
      (code) => findAgency(policy.agencies, code)?.code,
    ),
  );
  agencies.delete(undefined);
  if (agencies.size < policy.leastAgencies)
    problems.push({ field: 'participants', fault: 'one-agency', allowed: policy.leastAgencies });
  return problems;
}

type Fault = Pick<FormProblem, 'fault' | 'allowed'>;

function checkPerson(
  person: ParticipantAnswer,
  entry: number,
  all: readonly ParticipantAnswer[],
  policy: Policy,
): FormProblem[] {
  const { team } = person;
  const problems: Fault[] = [...checkWho(person)];
  if (isEmpty(team) && !problems.some(({ fault }) => fault === 'empty')) problems.push({ fault: 'empty' });
  if (!isEmpty(team) && !findTeam(policy.agencies, team)) problems.push({ fault: 'not-listed' });
  if (all.slice(0, entry).some((earlier) => isSame(earlier, person))) problems.push({ fault: 'twice' });
  return problems.map((problem) => ({ field: 'participants', entry, ...problem }));
}

function checkWho(person: ParticipantAnswer): Fault[] {
  const { name, mail } = person;
  if (knownAs(person) === 'picked') return [];
  const tooLong: Fault[] =
    name.trim().length > LONGEST_NAME ? [{ fault: 'too-long', allowed: LONGEST_NAME }] : [];
  const empty: Fault[] = isEmpty(name) ? [{ fault: 'empty' }] : [];
  if (knownAs(person) === 'named')
    return [...empty, ...tooLong, ...(isMail(mail) ? [] : [{ fault: 'bad-mail' } as const])];
  // A person whose address was forgotten would otherwise be taken for a role, and never be invited.
  const forgotten: Fault[] = namesSomebody(name) ? [{ fault: 'name-without-mail' }] : [];
  return [...empty, ...tooLong, ...forgotten];
}

/** Two roles may be alike: a session can have two health visitors. */
function isSame(one: ParticipantAnswer, other: ParticipantAnswer): boolean {
  if (one.id && one.id === other.id) return true;
  return isMail(one.mail) && plainMail(one.mail) === plainMail(other.mail);
}

/** Everybody who passed the checks, by how much is known of them. */
export function sorted(participants: readonly ParticipantAnswer[]): {
  readonly participants: readonly Participant[];
  readonly picked: readonly Picked[];
  readonly toBeNamed: readonly ToBeNamed[];
} {
  const of = (known: ReturnType<typeof knownAs>) => participants.filter((each) => knownAs(each) === known);
  return {
    participants: of('named').map(({ name, mail, team, id }) => ({
      name: name.trim(),
      mail: plainMail(mail),
      team,
      ...(id && { id }),
    })),
    picked: of('picked').map(({ id, team }) => ({ id: id!, team })),
    // Somebody the directory turned out not to know has no role, and keeps none.
    toBeNamed: of('to-be-named').map(({ name, team }) => ({
      ...(!isEmpty(name) && { role: name.trim() }),
      team,
    })),
  };
}
