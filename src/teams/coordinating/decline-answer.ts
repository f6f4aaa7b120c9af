/** The reason a coordinator declines for as it travels in a card: with its door where there is one, "another-door:tafs". */
import { z } from 'zod';
import { DECLINE_REASONS, type DeclineReason } from '../../domain/request';
import { type Door, DOORS } from '../../domain/signpost';

export type OtherDoor = Exclude<Door, 'jags'>;

export interface DeclineWay {
  readonly reason: DeclineReason;
  readonly door?: OtherDoor;
}

/** What a coordinator can choose. Another door has to be named, because it is what helps the requester on. */
export const DECLINE_WAYS: readonly DeclineWay[] = [
  ...DOORS.flatMap((door) => (door === 'jags' ? [] : [{ reason: 'another-door', door } as const])),
  ...DECLINE_REASONS.filter((reason) => reason !== 'another-door').map((reason) => ({ reason })),
];

/** Cards from before the doors were named are still in channels. */
const UNNAMED_DOOR: DeclineWay = { reason: 'another-door' };

export function declineValue({ reason, door }: DeclineWay): string {
  return door ? `${reason}:${door}` : reason;
}

/** One of the values of the list, read back. */
export const declineAnswer = z.string().transform((value, context): DeclineWay => {
  const way = [...DECLINE_WAYS, UNNAMED_DOOR].find((each) => declineValue(each) === value);
  if (way) return way;
  context.addIssue({ code: z.ZodIssueCode.custom, message: 'Expected a reason of the list' });
  return z.NEVER;
});
