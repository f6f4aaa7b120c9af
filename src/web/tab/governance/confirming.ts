/** The second confirmation: what was shown is typed, and a box is ticked. */
import type { Wrong } from '../fields';
import { eraseWords } from '../wording/governance';
import { confirmationOf, isConfirmed } from './governed';

export function wrongIn(form: URLSearchParams, key: string): readonly Wrong[] {
  const isTyped = isConfirmed(form.get('code') ?? '', key);
  return [
    ...(isTyped ? [] : [{ field: 'code', text: eraseWords.wrongReference(confirmationOf(key)) }]),
    ...(form.get('sure') === 'yes' ? [] : [{ field: 'sure', text: eraseWords.notSure }]),
  ];
}
