/** The code and the link a facilitator of another organisation shows to everybody in the last minutes of a session. */
import type { SharedLink } from '../../../ports/shared-link';
import { notYetInWords, SHARED_LINK } from '../../../wording/shared-link';
import { BackLink } from '../parts';
import type { Shown } from '../plain-page';
import { QrCode } from '../qr-code';
import { PERSON_TEXTS } from '../wording/person';
import type { Subject } from './opening';
import { ownPath } from './paths';

type Facilitating = Extract<Subject, { as: 'facilitator' }>;

/** Shown in answer to a press and not by an address, because it opens the evaluation. The sentence, where there is no code. */
export async function evaluationShown(
  { request }: Facilitating,
  token: string,
  sharedLink: SharedLink,
): Promise<Shown | string> {
  const shown = await sharedLink.show(request);
  if (shown.is !== 'shown') return shown.is === 'not-yet' ? notYetInWords(shown.from) : SHARED_LINK.over;
  return {
    title: SHARED_LINK.heading,
    content: (
      <>
        <p>{SHARED_LINK.text}</p>
        <QrCode of={shown.link} alt={SHARED_LINK.alt} />
        <p>{shown.link}</p>
        <p class="hint">{SHARED_LINK.footnote}</p>
        <BackLink href={ownPath(token)}>{PERSON_TEXTS.backToPage}</BackLink>
      </>
    ),
  };
}
