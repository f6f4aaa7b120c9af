/** London's months, YYYY-MM: they sort as they follow one another. */
import { addMonths, localDate, monthOf } from '../calendar';
import type { Instant } from '../intervals';
import type { Month } from './monitoring';

/** The month an instant falls in. */
export function monthAt(instant: Instant): Month {
  return monthOf(localDate(instant));
}

/** The month so many months later; earlier with fewer than none. */
export function monthAfter(month: Month, months = 1): Month {
  return monthOf(addMonths(`${month}-01`, months));
}

/** From the first to the last, both included; none where the last comes before the first. */
export function monthsBetween(from: Month, to: Month): Month[] {
  const months: Month[] = [];
  for (let month = from; month <= to; month = monthAfter(month)) months.push(month);
  return months;
}

export function yearOf(month: Month): number {
  return Number(month.slice(0, 4));
}
