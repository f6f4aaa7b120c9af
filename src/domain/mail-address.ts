/** E-mail addresses as people type them. */

/** The longest address a form takes. */
export const LONGEST_MAIL = 120;

const ATOM = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const MAIL = new RegExp(
  `^(?=[^@]{1,64}@)${ATOM}(?:\\.${ATOM})*@(?:${LABEL}\\.)+(?=[A-Za-z0-9-]*[A-Za-z])${LABEL}$`,
  'u',
);

/**
 * An address Outlook can invite: the dot-atom form of RFC 5321 (no quotes, no address literal, 64 characters before
 * the @) with a dotted domain. Whether it exists only mail can tell.
 */
export function isMail(value: string): boolean {
  const mail = value.trim();
  return mail.length <= LONGEST_MAIL && MAIL.test(mail);
}

/** As it is stored and compared. */
export function plainMail(value: string): string {
  return value.trim().toLowerCase();
}
