/** Plain pages for whatever is not there, not taken, or does not work just now; the safety line is on each of them. */
import type { Policy } from '../../domain/policy';
import { CallFirst } from './call-first';
import type { Shown } from './plain-page';
import { REQUEST } from './paths';
import { FAULT_WORDS, type FaultWords, firstPage } from './wording/frame';

/** By the status the server answers with; one that is not listed is a fault of ours or theirs. */
export function faultPage(status: number, policy: Policy): Shown {
  switch (status) {
    case 403:
      return page(403, FAULT_WORDS.elsewhere);
    case 404:
    case 405:
      return page(404, FAULT_WORDS.missing);
    case 408:
      return page(408, FAULT_WORDS.tooSlow);
    case 413:
      return page(413, FAULT_WORDS.tooLarge);
    case 429:
      return page(429, FAULT_WORDS.tooMany);
    default:
      // Whatever else is wrong with what was sent, it was not our form that sent it.
      if (status < 500) return page(422, FAULT_WORDS.notAForm);
      return page(status === 503 ? 503 : 500, FAULT_WORDS.fault, policy);
  }
}

/** @param policy where people may be left without the service, and have to know whom to ring */
function page(status: NonNullable<Shown['status']>, words: FaultWords, policy?: Policy): Shown {
  return {
    title: words.title,
    status,
    content: (
      <>
        <p>{words.text}</p>
        {policy && <CallFirst policy={policy} />}
        <p>
          <a href={REQUEST}>{firstPage}</a>
        </p>
      </>
    ),
  };
}
