/** Whether a child is at risk, before anything else: the question, and the page that leads to CADS. Nothing is kept. */
import type { ComponentChildren } from 'preact';
import type { Policy } from '../../../domain/policy';
import { QUESTIONS, type Risk } from '../../../domain/signpost';
import { GUIDE } from '../../../wording/guide';
import { URGENT } from '../../../wording/safety';
import { CallFirst } from '../call-first';
import { Hidden, Radios } from '../fields';
import { Button, ButtonLink, Buttons } from '../parts';
import type { Shown } from '../plain-page';
import { safetyWords, callWords } from '../wording/safety';

/** What a page's address says was answered. `unanswered`: sent without an answer; `unasked`: not asked yet. */
export function riskIn(query: URLSearchParams): Risk | 'unanswered' | 'unasked' {
  const given = query.get('risk');
  const risk = QUESTIONS.risk.find((each) => each === given);
  return risk ?? (query.has('asked') || given !== null ? 'unanswered' : 'unasked');
}

/** What is posted along with the answer, by name. */
type Carried = readonly (readonly [string, string])[];

/** @param action the page that reads the answer: from its own address, or posted with what is carried */
export function riskQuestion(props: {
  readonly action: string;
  readonly carried?: Carried;
  readonly isUnanswered: boolean;
  readonly hint?: string;
  readonly after?: ComponentChildren;
}): Shown {
  const { action, carried, isUnanswered, hint, after } = props;
  const wrong = isUnanswered ? [{ field: 'risk', text: safetyWords.unanswered }] : [];
  const { question, answers } = GUIDE.risk;
  return {
    title: safetyWords.title,
    ...(isUnanswered && { status: 422 }),
    wrong,
    content: (
      <>
        <form method={carried ? 'post' : 'get'} action={action} novalidate>
          {carried ? <Along carried={carried} /> : <Hidden name="asked" value="yes" />}
          <Radios
            name="risk"
            label={question}
            hint={hint}
            chosen=""
            choices={QUESTIONS.risk.map((value) => ({ value, label: answers[value] }))}
            wrong={wrong}
          />
          <Buttons>
            <Button>{safetyWords.goOn}</Button>
          </Buttons>
        </form>
        {after}
      </>
    ),
  };
}

/** @param action where somebody goes on who has reported it now, with what is carried */
export function urgentPage(
  risk: Exclude<Risk, 'no' | 'known'>,
  props: { readonly action: string; readonly policy: Policy; readonly carried?: Carried },
): Shown {
  const { action, policy, carried } = props;
  const { heading, why } = URGENT[risk];
  return {
    title: heading,
    content: (
      <>
        <p>{why}</p>
        <CallFirst policy={policy} />
        <p>{URGENT.then}</p>
        {carried ? (
          <form method="post" action={action}>
            <Along carried={[...carried, ['risk', 'known']]} />
            <Button kind="second">{callWords.reported}</Button>
          </form>
        ) : (
          <p>
            <ButtonLink kind="second" href={`${action}?risk=known`}>
              {callWords.reported}
            </ButtonLink>
          </p>
        )}
      </>
    ),
  };
}

function Along({ carried }: { readonly carried: Carried }) {
  return (
    <>
      {carried.map(([name, value], n) => (
        <Hidden key={`${name} ${n}`} name={name} value={value} />
      ))}
    </>
  );
}
