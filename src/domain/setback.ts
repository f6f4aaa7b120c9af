/** What went wrong with an arrangement: what brought it back to the coordinator, and what only a person can help with. */

/** Why an arrangement came back to the coordinator. */
export interface Setback {
  readonly why:
    | 'slot-taken'
    | 'cap-reached'
    | 'not-in-force'
    | 'replaced'
    /** Whoever was to come beside them. */
    | 'beside-lost'
    | 'diary-busy'
    | 'could-not-arrange'
    | 'facilitator-cannot'
    | 'knows-family'
    | 'no-answer'
    | 'event-gone'
    | 'event-moved'
    | 'link-gone';
  /** Their name. */
  readonly facilitator: string;
}

/** Why the facilitator of an arranged session can no longer be relied on: changed in the pool since it was arranged. */
export type FacilitatorTrouble = (typeof FACILITATOR_TROUBLES)[number];
export const FACILITATOR_TROUBLES = [
  'facilitator-paused',
  'facilitator-untrained',
  'facilitator-left',
  'beside-unavailable',
] as const;

/**
 * Something people rely on that could not be done, so that they would wait, or come, in vain: participants not invited,
 * an event that is no longer needed not removed. Shown to coordinators for as long as it lasts.
 */
export interface Trouble {
  readonly kind: 'not-invited' | 'not-removed' | FacilitatorTrouble;
  /** The attempt whose event it is about. */
  readonly attempt: number;
}

export function isSameTrouble(one: Trouble, other: Trouble): boolean {
  return one.kind === other.kind && one.attempt === other.attempt;
}

export function hasTrouble(request: { readonly troubles?: readonly Trouble[] }, trouble: Trouble): boolean {
  return (request.troubles ?? []).some((each) => isSameTrouble(each, trouble));
}

/** Whether the participants of a booked session are invited, as far as is known. */
export function isInvited({ troubles = [] }: { readonly troubles?: readonly Trouble[] }): boolean {
  return !troubles.some(({ kind }) => kind === 'not-invited');
}
