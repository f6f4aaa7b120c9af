/** The other dates a requester sends besides the request they are for, read strictly. */
import { z } from 'zod';
import type { NewDatesAnswers } from '../../domain/form-dates';
import { listed, toggle, typed } from './form-submission';

export const newDatesFields = {
  earliest: typed,
  latest: typed,
  days: listed,
  times: listed,
  /** Asked only where it makes a difference. */
  schoolsAgree: toggle.optional(),
};

export function asNewDates({
  request,
  schoolsAgree,
  ...typedDates
}: z.output<z.ZodObject<typeof newDatesFields>> & { readonly request: string }): {
  readonly request: string;
  readonly dates: NewDatesAnswers;
} {
  return { request, dates: { ...typedDates, ...(schoolsAgree !== undefined && { schoolsAgree }) } };
}
