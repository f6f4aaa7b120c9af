/** What a coordinator can choose from when declining: another door that helps more, or why a JAGS is not the right step. */
import { DECLINE_REASONS, type DeclineReason } from './ending';
import { type Door, DOORS } from './signpost';

export type OtherDoor = Exclude<Door, 'jags'>;

export interface DeclineWay {
  readonly reason: DeclineReason;
  readonly door?: OtherDoor;
}

/** Another door has to be named, because it is what helps the requester on. */
export const DECLINE_WAYS: readonly DeclineWay[] = [
  ...DOORS.flatMap((door) => (door === 'jags' ? [] : [{ reason: 'another-door', door } as const])),
  ...DECLINE_REASONS.filter((reason) => reason !== 'another-door').map((reason) => ({ reason })),
];

/** As one word, where it has to travel as one: "another-door:tafs". */
export function declineValue({ reason, door }: DeclineWay): string {
  return door ? `${reason}:${door}` : reason;
}
