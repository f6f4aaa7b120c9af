/** Whether an address is of an organisation the partnership knows. */
import type { Policy } from './policy';

/** By its domain; one below a known domain counts, one that only ends in the same letters does not. */
export function isPartner(mail: string, { partnerDomains }: Pick<Policy, 'partnerDomains'>): boolean {
  const domain = mail
    .slice(mail.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase();
  return partnerDomains.some(
    (known) => domain === known.toLowerCase() || domain.endsWith(`.${known.toLowerCase()}`),
  );
}
