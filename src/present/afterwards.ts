/** What a facilitator does around the end of a session and after it: evaluation shown to everybody, record, talking it over. */
import type { Policy } from '../domain/policy';
import type { Request } from '../domain/request';
import { RECORD, recordUntilInWords } from '../wording/session-record';
import { momentInWords } from '../wording/when';
import type { SharedLink } from '../ports/shared-link';
import type { TalkingOver } from '../ports/talking-over';

/** What is set up here: what is not is not offered. */
export interface Offers {
  /** There are pages that a link leads to. */
  readonly showsEvaluation?: boolean;
  /** Somebody is named to talk a session over with. */
  readonly talksOver?: boolean;
}

export interface OffersNeeds {
  readonly sharedLink?: SharedLink;
  readonly talkingOver?: TalkingOver;
  readonly policy: Pick<Policy, 'supportContact'>;
}

export function offersOf({ sharedLink, talkingOver, policy }: OffersNeeds): Offers {
  return {
    showsEvaluation: sharedLink !== undefined,
    talksOver: talkingOver !== undefined || policy.supportContact !== '',
  };
}

export interface AfterwardsButtons {
  readonly canRecord: boolean;
  readonly recordTitle: string;
  readonly canShowEvaluation: boolean;
  readonly canTalkOver: boolean;
}

/** `isTheirs`: for its facilitator. A card shown before the end of a session has the button then as well: it says from when. */
export function afterwardsButtons(request: Request, isTheirs: boolean, offers: Offers): AfterwardsButtons {
  const held = isTheirs && request.state === 'held' ? request : undefined;
  const hasEvaluation = request.state === 'booked' || held?.evaluating !== undefined;
  return {
    canRecord: held !== undefined,
    recordTitle: held?.record ? RECORD.change : RECORD.button,
    canShowEvaluation: isTheirs && hasEvaluation && offers.showsEvaluation === true,
    canTalkOver: held !== undefined && offers.talksOver === true,
  };
}

/** Beside that it has taken place: what is asked of its facilitator, or that it was done. */
export function recordLines(request: Request): string[] {
  if (request.state !== 'held') return [];
  const { record, evaluating } = request;
  return [
    record ? RECORD.recorded : RECORD.askedFor,
    ...(evaluating ? [recordUntilInWords(momentInWords(evaluating.closesAt), record !== undefined)] : []),
  ];
}
