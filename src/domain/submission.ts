/** The command that begins a request. */
import type { FollowUp } from './follow-up';
import type { FormAnswers } from './form';

export interface Submission {
  readonly kind: 'submit';
  readonly answers: FormAnswers;
  readonly followUpOf?: FollowUp;
  /** In the name of somebody who has not shown that they asked: see `Requester`. */
  readonly unconfirmed?: true;
}
