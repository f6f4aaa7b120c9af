/** The code and the link a facilitator shows to everybody in the last minutes of a session, in a dialog. */
import type { Person } from '../../domain/people';
import type { Request, RequestId } from '../../domain/request';
import type { Requests } from '../../ports';
import type { SharedLink } from '../../ports/shared-link';
import { notYetInWords, SHARED_LINK } from '../../wording/shared-link';
import { type Answer, refused } from '../answers';
import { renderCard } from '../cards';
import { qrImage } from '../qr-image';
import { createTrespass, type TrespassNeeds } from '../trespass';
import { REFUSALS } from '../wording/refusals';

export interface ShowingEvaluationNeeds extends TrespassNeeds {
  readonly requests: Pick<Requests, 'load'>;
  /** Absent where there are no pages. */
  readonly sharedLink?: SharedLink;
}

export type ShowEvaluation = (id: RequestId, by: Person) => Promise<Answer>;

export function createShowingEvaluation(needs: ShowingEvaluationNeeds): ShowEvaluation {
  const { requests, sharedLink } = needs;
  const note = createTrespass(needs);
  return async (id, by) => {
    const request = (await requests.load(id))?.request;
    if (!request) return refused(REFUSALS['not-found']);
    // Once it is closed, a request no longer knows whose it was.
    if (request.state !== 'closed' && !isTheirs(request, by)) {
      await note({ requestId: id, by, what: 'open', refused: 'not-their-session' });
      return refused(REFUSALS['not-their-session']);
    }
    if (!sharedLink) return refused(SHARED_LINK.over);
    const shown = await sharedLink.show(request);
    if (shown.is !== 'shown')
      return refused(shown.is === 'not-yet' ? notYetInWords(shown.from) : SHARED_LINK.over);
    const { link } = shown;
    const { heading, text, alt, footnote } = SHARED_LINK;
    const card = renderCard('qr', { heading, text, image: qrImage(link), alt, link, footnote });
    return { kind: 'dialog', title: heading, card };
  };
}

function isTheirs(request: Request, { id }: Person): boolean {
  return 'match' in request && request.match.facilitator.id === id;
}
