/** What coordinators read when they look after a request: what it needs of them, their dialogs, and what came of it. */
import { LONGEST_NOTE } from '../../domain/note';
import type { Refused } from '../../domain/refusal';

export const CARE = {
  requesterGone: "The requester's account is no longer in the directory. Please hand the request over.",
  /** Where a person chosen from the directory was not found in it. */
  roleUnknown: 'somebody chosen from the directory, and not found there',
  approveLater: 'Somebody who is to take part is not named yet. Until they are, no match can be approved.',
  completeFirst: 'Please press “Complete or change” first.',
  interpreters: 'Interpreters',
  colleague: 'May act for the requester',
  phone: 'Ring them on',
  missing: 'They were asked to change',
  lastNote: 'Last note to the requester',
} as const;

export function participantsGone(count: number, names: readonly string[]): string {
  const who = count === 1 ? '1 participant is' : `${count} participants are`;
  return `${who} no longer in the directory${names.length > 0 ? `: ${names.join(', ')}` : ''}.`;
}

/** A dialog in which a coordinator writes to the requester. */
export interface NoteWording {
  readonly title: string;
  readonly intro: string;
  readonly label: string;
  readonly send: string;
}

export const RETURNING: NoteWording = {
  title: 'Return for changes',
  intro:
    'The requester gets the form back as they left it, with what you write here. They change it and send it again.',
  label: 'What should they change?',
  send: 'Return to the requester',
};

export const WRITING: NoteWording = {
  title: 'Write to the requester',
  intro: 'They read this on the card of their request, which stays as it is otherwise.',
  label: 'What would you like to tell them?',
  send: 'Send to the requester',
};

export const NOTE_TEXTS = {
  hint: `Please give no names, dates of birth, addresses or NHS numbers. At most ${LONGEST_NOTE} characters.`,
  error: `Please write a few words, at most ${LONGEST_NOTE} characters.`,
  notSent: 'Nothing has been sent yet. Please change:',
} as const;

export const COMPLETING = {
  title: 'Complete or change',
  notSaved: 'Nothing has been saved yet. Please change:',
  more: (count: number) =>
    count === 1 ? '1 more person is named after these.' : `${count} more people are named after these.`,
} as const;

export const HANDING_OVER = {
  title: 'Hand over to somebody else',
  intro:
    'Whoever you choose sees the request as their own from now on, may change and withdraw it, and is invited as its requester.',
  colleague: 'may act for the requester already',
  nobody: 'Please choose somebody.',
  notKnown: 'They are not in the directory. Please choose somebody else.',
  notLookedUp: 'They could not be looked up just now, so nothing was changed. Please try again.',
} as const;

export const DONE = {
  returned: 'Returned. The requester is told, and the card in the channel shows it in a moment.',
  written: 'Sent. The requester is told to look at their card.',
  completed: 'Saved. Matches are looked for again; the card in the channel shows them in a moment.',
} as const;

export function handedOverTo(name: string): string {
  return `Handed over to ${name}. They are told, and so is whoever had it before.`;
}

/** The same refusals where no card beside them shows how it stands. */
const IN_DIALOGS: Partial<Record<Refused, string>> = {
  'already-decided':
    'This has been decided meanwhile, so nothing of yours was saved. The card of the request shows how it stands.',
  closed: 'This request has been closed meanwhile, so nothing of yours was saved.',
};

export function refusedInDialog(refused: Refused, elsewhere: Record<Refused, string>): string {
  return IN_DIALOGS[refused] ?? elsewhere[refused];
}
