/** The reason a coordinator declines for as it travels in a card: with its door where there is one, "another-door:tafs". */
import { z } from 'zod';
import { DECLINE_WAYS, declineValue, type DeclineWay } from '../../domain/decline-ways';

/** Cards from before the doors were named are still in channels. */
const UNNAMED_DOOR: DeclineWay = { reason: 'another-door' };

/** One of the values of the list, read back. */
export const declineAnswer = z.string().transform((value, context): DeclineWay => {
  const way = [...DECLINE_WAYS, UNNAMED_DOOR].find((each) => declineValue(each) === value);
  if (way) return way;
  context.addIssue({ code: z.ZodIssueCode.custom, message: 'Expected a reason of the list' });
  return z.NEVER;
});
