/** What is said wherever a child may be at risk: CADS and 999, before anything else [REF][3.1]. */
import type { Policy } from '../domain/policy';
import { dateInWords, hoursInWords } from './when';

/** A number that is not broken over two lines. */
export function lineInWords({ cadsLine }: Policy): string {
  return cadsLine.replaceAll(' ', '\u00a0');
}

/** The safety line, as a sentence. */
export function safetyLine(policy: Policy): string {
  return `In immediate danger call 999. Otherwise call the Children's Advice and Duty Service (CADS), the line for professionals: ${lineInWords(policy)} (number last checked on ${dateInWords(policy.cadsChecked)}).`;
}

/** The safety line on the cards of a request, with when requests are read. */
export function worseLine(policy: Policy): string {
  return `If things get worse, do not wait for this: call 999 in an emergency, otherwise CADS on ${lineInWords(policy)}. Coordinators read requests Monday to Friday, ${hoursInWords(policy.dayStart, policy.dayEnd)}.`;
}

export const URGENT = {
  unreported: {
    heading: 'Please stop here and report it now',
    why: 'A request for a JAGS is not read at once. A child at risk must not wait for it.',
  },
  unsure: {
    heading: 'Please talk it through with CADS first',
    why: 'If you are not sure, that call is the right next step: it is what the line is for. A request for a JAGS is not read at once.',
  },
  then: 'Once you have reported it, you can go on and ask for a JAGS.',
} as const;
