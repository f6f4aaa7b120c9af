import { isDeliverable } from './mailbox';
import type { Office } from './office';
import type { StoredLetter } from './state';

export interface MailControl {
  /** Copies of what an address was sent and received, the newest first. */
  lettersTo(address: string): StoredLetter[];
  /** Whoever was ever sent a letter, in small letters. */
  addresses(): string[];
  /** Whether letters arrive there from now on; those that do not come back to the organiser. */
  deliver(address: string, arrives: boolean): void;
  delivers(address: string): boolean;
}

/** Undelivered letters are left out of what an address received: they are what came back. */
export function mailControl(office: Office): MailControl {
  const { store } = office;
  return {
    lettersTo(address) {
      const returned = new Set(store.state.returned.map(({ conversationId }) => conversationId));
      const received = store.state.letters.filter(
        ({ to, conversationId }) =>
          to.toLowerCase() === address.toLowerCase() && !returned.has(conversationId),
      );
      return structuredClone(received).reverse();
    },
    addresses: () => [...new Set(store.state.letters.map(({ to }) => to.toLowerCase()))].sort(),
    deliver(address, arrives) {
      const { undeliverable } = store.state;
      const others = undeliverable.filter((one) => one !== address.toLowerCase());
      store.state.undeliverable = arrives ? others : [...others, address.toLowerCase()];
      store.save();
    },
    delivers: (address) => isDeliverable(address, office),
  };
}
