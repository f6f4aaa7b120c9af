/** What became of a row that was to be saved, and what to do about it. */
import type { Became } from '../roster-saving';
import { FIELD_NAMES } from './roster';

export const outcomeWords = {
  add: 'Is added',
  change: 'Is changed',
  'nothing-new': 'Nothing new',
  'left-out': 'Left out',
  wrong: 'To be put right',
} as const;

export function becameInWords(became: Became): string {
  switch (became.kind) {
    case 'added':
      return `Added.${touchedInWords(became.touched)}`;
    case 'changed': {
      const fields = became.fields.map((field) => FIELD_NAMES[field]).join(', ');
      return `Changed: ${fields}.${touchedInWords(became.touched)}`;
    }
    case 'nothing-new':
      return 'Nothing new.';
    case 'left-out':
      return 'Left out.';
    case 'conflict':
      return 'Not saved: somebody else has changed this facilitator meanwhile. Check the row again.';
    case 'taken':
      return 'Not saved: somebody else has added this address meanwhile. Check the row again.';
    case 'not-found':
      return 'Not saved: this facilitator is not there any more. Check the row again.';
    case 'unknown':
      return 'Something went wrong, and it is not certain whether this was saved. Check the row again.';
    case 'not-tried':
      return 'Not saved yet: saving stopped before this row. Check it again, and save.';
  }
}

function touchedInWords(sessions: number): string {
  if (sessions === 0) return '';
  return ` ${sessions === 1 ? 'One arranged session needs' : `${sessions} arranged sessions need`} looking after: the coordinators’ channel says which.`;
}
