/** Which of the times asked about suit, as the card sends it, read strictly. */
import { z } from 'zod';
import type { Instant } from '../../domain/intervals';
import { MOST_POLLED } from '../../domain/poll';

const starts = z
  .string()
  .max(100)
  .default('')
  .transform((text) => text.split(',').filter((each) => each !== ''))
  .pipe(
    z
      .array(
        z
          .string()
          .regex(/^\d{1,16}$/)
          .transform(Number),
      )
      .max(MOST_POLLED),
  );

export const pollFields = {
  /** Which poll it was. */
  at: z.number().int().min(0),
  starts,
  /** Of the button that says that none suits. */
  none: z.literal(true).optional(),
};

export interface PollSent {
  readonly request: string;
  readonly at: Instant;
  readonly starts: readonly Instant[];
  /** Sent without a tick and without saying that none suits, which an old client allows. */
  readonly isEmpty: boolean;
}

export function asPollAnswer({
  request,
  at,
  starts: ticked,
  none,
}: z.output<z.ZodObject<typeof pollFields>> & { readonly request: string }): PollSent {
  return { request, at, starts: none ? [] : ticked, isEmpty: none === undefined && ticked.length === 0 };
}
