/** Saying that a session does not take place, or did not: to whom it is offered, and what there is to choose from. */
import { notHeldUntil } from '../domain/ending';
import type { Policy } from '../domain/policy';
import type { Request } from '../domain/request';
import { momentInWords } from '../wording/when';
import type { Choice } from '../wording/choice';
import { CANCEL_CHOICES, NOT_HELD_CHOICES, notHeldUntilInWords } from '../wording/ending';

export interface CancelButton {
  readonly canCancel: boolean;
  readonly cancelReasons: readonly Choice[];
}

export interface NotHeldButton {
  readonly canSayNotHeld: boolean;
  readonly notHeldReasons: readonly Choice[];
  /** Until when it can be said; '' where it cannot. */
  readonly notHeldUntil: string;
}

/** `own` for the view of one signed-in coordinator. */
export function cancelButton({ state }: Request, own: boolean): CancelButton {
  return {
    canCancel: own && (state === 'booked' || state === 'uncovered'),
    cancelReasons: CANCEL_CHOICES,
  };
}

/** `may` for somebody whose session it was, or the view of one signed-in coordinator. */
export function notHeldButton(request: Request, may: boolean, policy: Policy): NotHeldButton {
  const over = request.state === 'held' ? request.match : undefined;
  return {
    canSayNotHeld: may && over !== undefined,
    notHeldReasons: NOT_HELD_CHOICES,
    notHeldUntil: over ? notHeldUntilInWords(momentInWords(notHeldUntil(over, policy))) : '',
  };
}
