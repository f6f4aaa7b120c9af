/** Ways to reach a person: e-mail addresses and telephone numbers, both certain by their shape. */
import { bounded, everyMatch } from './bounded';
import type { Finding } from './finding';

const MAIL = bounded(
  String.raw`[\p{L}\p{N}._%+'-]{0,63}[\p{L}\p{N}_%+-]@(?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,24}(?![\p{L}\p{N}])`,
);

/**
 * An e-mail address of anybody. Cannot see: one that is spelt out ("at", "dot").
 * Cannot tell: a family's address from a colleague's, so all are refused; colleagues belong in the list of participants.
 */
export function mailAddresses(text: string): Finding[] {
  return [...everyMatch(MAIL, text)].map(({ 0: found, index }) => ({
    kind: 'mail',
    certainty: 'certain',
    start: index,
    end: index + found.length,
  }));
}

const PHONES = [
  // Mobile and national numbers: area code of four or five digits, then the rest in any groups.
  String.raw`(?<![\d(])\(?0[12789]\d{2,3}\)?(?:[ .-]{0,2}\d){6,7}(?!\d)`,
  // London and the other short area codes.
  String.raw`(?<![\d(])\(?02\d\)?(?:[ .-]{0,2}\d){8}(?!\d)`,
  String.raw`(?<![\d(])(?:\+|00) ?44[ .-]{0,2}(?:\(0\))?[ .-]{0,2}[12789](?:[ ().-]{0,2}\d){8,9}(?!\d)`,
].map((source) => bounded(source));

/**
 * A telephone number of the United Kingdom, with its 0 or +44, in any usual grouping.
 * Cannot see: a local number without its area code, or one from abroad. Left out on purpose: 03 and 0800/0808 numbers,
 * which only organisations have (Ofcom's numbering plan): CADS is one.
 */
export function phoneNumbers(text: string): Finding[] {
  return PHONES.flatMap((pattern) =>
    [...everyMatch(pattern, text)]
      .filter(({ 0: found }) => isPhone(found))
      .map(({ 0: found, index }): Finding => ({
        kind: 'phone',
        certainty: 'certain',
        start: index,
        end: index + found.length,
      })),
  );
}

const TOGETHER = /^\d{1,10}$/;

/** Ten digits in one go are an NHS number or somebody's reference; a few area codes have ten, grouped. */
function isPhone(found: string): boolean {
  const national = found.replace(/\D/g, '').replace(/^(?:00)?440?/, '0');
  return (
    (national.length === 10 || national.length === 11) &&
    !TOGETHER.test(found) &&
    !/^0(?:3|80[08])/.test(national)
  );
}
