/** How a request stands, in a form its requester can show to others. */
import type { Instant } from '../../domain/intervals';
import { referenceOf, type Request } from '../../domain/request';
import { progressNext, progressState } from '../wording/progress';
import { type Tone, TONES } from '../../wording/states';
import { momentInWords } from '../../wording/when';

/** For everybody the requester shows it to: how a request stands, and nothing about it. */
export interface ProgressCard {
  readonly reference: string;
  readonly tone: Tone;
  readonly state: string;
  readonly next: string;
  readonly asOf: string;
}

export function presentProgress(request: Request, now: Instant): ProgressCard {
  return {
    reference: referenceOf(request.id),
    tone: TONES[request.state],
    state: progressState(request),
    next: progressNext(request),
    // It stays in the conversation as it is.
    asOf: momentInWords(now),
  };
}
