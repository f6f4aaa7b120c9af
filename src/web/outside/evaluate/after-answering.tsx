/** What whoever has answered is told, and whoever cannot; of neither is anything known. */
import type { Policy } from '../../../domain/policy';
import type { TokenState } from '../../../ports/evaluations';
import { EVALUATION_TEXTS, NOT_COUNTED, NOT_MONITORED, THANKS } from '../../../wording/evaluation';
import type { Shown } from '../plain-page';

const STATUS = { answered: 409, full: 409, over: 410, unknown: 404 } as const;

export function thanksPage(policy: Policy): Shown {
  return {
    title: THANKS.heading,
    privacy: EVALUATION_TEXTS.privacy,
    content: (
      <>
        <p>{THANKS.text}</p>
        <Support policy={policy} />
      </>
    ),
  };
}

export function notCountedPage(state: Exclude<TokenState, 'open'>, policy: Policy): Shown {
  const { heading, text } = NOT_COUNTED[state];
  return {
    title: heading,
    privacy: EVALUATION_TEXTS.privacy,
    status: STATUS[state],
    content: (
      <>
        <p>{text}</p>
        <Support policy={policy} />
      </>
    ),
  };
}

/** Whoever was left alone with it reads this whether their answer counted or not; whom to ring stands below every page. */
function Support({ policy }: { readonly policy: Policy }) {
  return (
    <>
      <h2>{THANKS.support}</h2>
      <p>{policy.staffSupport}</p>
      <p>{NOT_MONITORED}</p>
    </>
  );
}
