/** Tells coordinators of a letter that came back: of which request it was and who has not read it. */
import { mailReturned } from '../../domain/setback';
import type { Bounce } from '../../ports/mail';
import type { Requests } from '../../ports';
import type { Workflow } from '../../workflow';
import { readLetterKey, recipientOf } from './letters/letter-key';

export interface ReturnedLettersNeeds {
  readonly requests: Pick<Requests, 'load'>;
  readonly workflow: Pick<Workflow, 'handle'>;
}

/** Of a letter that somebody asked for on a page nobody is told: the address was only ever theirs to give. */
export function createReturnedLetters({ requests, workflow }: ReturnedLettersNeeds) {
  return async ({ key }: Pick<Bounce, 'key'>): Promise<void> => {
    const name = readLetterKey(key);
    const request = name && (await requests.load(name.requestId))?.request;
    const to = request && recipientOf(request, name);
    if (!to) return;
    const { requestId } = name;
    await workflow.handle({ kind: 'trouble-met', requestId, by: 'system', trouble: mailReturned(to) });
  };
}
