/** What can be asked for besides a session, in the words of the form. */
import type { Arrangement, OtherNeed } from '../domain/ask';

export const ARRANGEMENT_NAMES: Record<Arrangement, string> = {
  interpreter: 'interpreter',
  bsl: 'BSL interpreter',
  captions: 'live captions',
  'step-free': 'step-free access',
};

export const OTHER_NEED_NAMES: Record<OtherNeed, string> = {
  tasks: 'tasks to be set',
  decision: 'a case decision',
  information: 'new information to be shared',
};

export const ASK_TEXTS = {
  wentOn: '(went on after the advice)',
  /** Of somebody chosen from the directory who turned out not to be in it. */
  somebody: 'somebody',
  toBeNamed: 'To be named:',
  schoolsAgree: 'agree to the holidays',
  onlyCoordinators: '(for coordinators only)',
  cannotAct: '(not in the directory, so they cannot act for you)',
} as const;

export function minutesInWords(minutes: number): string {
  return `${minutes} minutes`;
}

/** Over the card of a request that somebody else asked for. */
export function actingFor(name: string): string {
  return `You act for ${name}`;
}
