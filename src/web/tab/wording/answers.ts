/** What is entered of a facilitator, as people read it. */
import { teamLabel } from '../../../domain/agencies';
import { isLocalDate } from '../../../domain/calendar';
import type { FacilitatorAnswers } from '../../../domain/facilitator-form';
import { localityName } from '../../../domain/localities';
import type { Policy } from '../../../domain/policy';
import { dateInWords } from '../../../wording/when';
import { acceptsNames } from './forms';

const NOTHING = 'nothing';

export function answerInWords(
  name: keyof FacilitatorAnswers,
  answers: FacilitatorAnswers,
  policy: Policy,
): string {
  const value = answers[name];
  if (name === 'accepts') return value === 'automatically' ? acceptsNames.automatically : acceptsNames.asked;
  if (typeof value !== 'string') {
    const named = value.map((code) =>
      name === 'localities' ? localityName(policy.localities, code) : teamLabel(policy.agencies, code),
    );
    return named.sort().join(', ') || NOTHING;
  }
  if (value === '') return NOTHING;
  if (name === 'team') return teamLabel(policy.agencies, value);
  return isLocalDate(value) ? dateInWords(value) : value;
}
