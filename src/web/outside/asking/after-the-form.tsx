/** Where the link to the form leads once it has been sent, and once it opens nothing any more. */
import { referenceOf, type RequestId } from '../../../domain/request';
import { FORM_TEXTS } from '../../../wording/form';
import { TextArea } from '../fields';
import { ButtonLink, Buttons, Notice } from '../parts';
import { AGAIN, REQUEST } from '../paths';
import type { Shown } from '../plain-page';
import { overWords, sentWords } from '../wording/form';

/**
 * Nothing of what was asked: the link may have been passed on.
 * @param wasSentBefore it was pressed once more: by a second click, in another tab, or after going back
 */
export function sentPage(requestId: RequestId, wasSentBefore: boolean): Shown {
  return {
    title: sentWords.title,
    ownHeading: true,
    content: (
      <>
        <h1>{sentWords.title}</h1>
        {wasSentBefore && <p>{sentWords.before}</p>}
        <Notice kind="good" heading={<Reference requestId={requestId} />}>
          <p>{FORM_TEXTS.sending}</p>
        </Notice>
        <p>{sentWords.mailed}</p>
        <p>
          {sentWords.nothingCame} <a href={AGAIN}>{overWords.newLinks}</a>
        </p>
      </>
    ),
  };
}

function Reference({ requestId }: { readonly requestId: RequestId }) {
  return (
    <>
      {sentWords.reference} <span class="nowrap">{referenceOf(requestId)}</span>
    </>
  );
}

/** The same for a link that has run out and one that never was. @param typed what somebody would lose, '' for nothing */
export function linkOver(typed: string): Shown {
  return {
    title: overWords.title,
    status: 404,
    content: (
      <>
        <p>{overWords.text}</p>
        <Buttons>
          <ButtonLink href={REQUEST}>{overWords.newForm}</ButtonLink>
          <ButtonLink href={AGAIN} kind="second">
            {overWords.newLinks}
          </ButtonLink>
        </Buttons>
        {typed.trim() !== '' && (
          <TextArea name="typed" label={overWords.typed} hint={overWords.typedHint} value={typed} />
        )}
      </>
    ),
  };
}
