import { everybody, TENANT_DOMAIN } from '../people';
import { escapeHtml } from './event-body';
import { messageIds } from './ids';
import type { Office } from './office';
import type { StoredLetter } from './state';

/** Puts a letter among what was sent, and brings back what nobody can be given. */
export function postLetter(
  letter: Omit<StoredLetter, 'id' | 'immutableId' | 'conversationId' | 'at'>,
  office: Office,
): void {
  const { store } = office;
  const sent: StoredLetter = {
    ...messageIds(store.nextNumber()),
    ...letter,
    at: office.now().toISOString(),
  };
  store.state.letters.push(sent);
  if (!isDeliverable(letter.to, office)) bringBack(sent, office);
  store.save();
}

/** Nobody outside is known: whatever is sent there arrives, unless it was said that it does not. */
export function isDeliverable(to: string, { store }: Office): boolean {
  const address = to.toLowerCase();
  if (store.state.undeliverable.includes(address)) return false;
  return !address.endsWith(`@${TENANT_DOMAIN}`) || everybody.some(({ mail }) => mail === address);
}

function bringBack({ conversationId, subject, to }: StoredLetter, office: Office): void {
  const { store } = office;
  const { id, immutableId } = messageIds(store.nextNumber());
  store.state.returned.push({
    id,
    immutableId,
    conversationId,
    subject: `Undeliverable: ${subject}`,
    html: `<html><body><p>Your message to ${escapeHtml(to)} couldn't be delivered.</p></body></html>`,
    at: office.now().toISOString(),
  });
}
