/** What is said of other people proposed for an arranged session: the dialog, the cards and the calls. */
import type { FormProblem } from '../domain/form-fields';
import type { Policy } from '../domain/policy';
import { problemInWords } from './form';

export const PROPOSING = {
  title: 'Change who takes part',
  intro:
    'A coordinator looks at what you propose and answers you. Until then it stays as it is, and nobody gets mail. Then only those you add or leave out are written to.',
  waiting:
    'You have proposed other people already, and a coordinator looks at it. What you send now replaces it; sending the list as it stands takes it back.',
  notSent: 'Nothing has been sent yet. Please change:',
  notLookedUp: 'Those you added could not be looked up just now, so nothing was sent. Please try again.',
  chosenTwice: 'somebody you chose takes part already; leave them out here.',
  sent: 'Sent. A coordinator looks at it and answers you; until then it stays as it is.',
  takenBack: 'Taken back. Everybody on the list stays as they are.',
} as const;

/** Answers to somebody who asked for it, on their card. */
export const PROPOSED = {
  waiting:
    'You have proposed other people to take part. A coordinator looks at it; until then it stays as it is.',
  agreed: 'A coordinator has agreed to the other people you proposed.',
  left: 'A coordinator has left the people as they are. If you would like to know why, please ask them.',
} as const;

export function proposalHint({ leastParticipants, mostParticipants, leastAgencies }: Policy): string {
  return `You are counted: ${leastParticipants} to ${mostParticipants} people of at least ${leastAgencies} agencies in all. Please tell those you add yourself which family it is about.`;
}

export function problemWithPerson(problem: FormProblem): string {
  const where = problem.entry === undefined ? 'Who takes part' : `Person ${problem.entry + 1}`;
  return `${where}: ${problemInWords(problem)}`;
}

/** For everybody in the channel: names are in a coordinator's own view. */
export function proposedInNumbers(added: number, removed: number): string {
  const parts = [
    ...(added > 0 ? [`to add ${people(added)}`] : []),
    ...(removed > 0 ? [`to leave out ${people(removed)}`] : []),
  ];
  const what = parts.length > 0 ? parts.join(' and ') : 'what is the case by now';
  return `The requester proposes ${what}. Please answer in your own view.`;
}

export function proposedBy(name: string, on: string): string {
  return `${name} proposed other people on ${on}.`;
}

export const PROPOSED_LISTS = { added: 'To be added: ', removed: 'To be left out: ' } as const;

function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}
