/** The question whether schools agree to a session in their holidays; nowhere while no holidays are set. */
import type { Policy } from '../domain/policy';
import { SCHOOLS } from '../wording/form';

export interface SchoolsQuestion {
  readonly hasSchools: boolean;
  readonly schools: string;
  readonly schoolsAgree: 'true' | 'false';
}

/**
 * @param asked `always`: of whoever may yet add a school; `with-school`: only where one takes part.
 * @param isSchoolKnown whether a school is among the teams given so far
 */
export function schoolsQuestion(
  asked: 'always' | 'with-school',
  isSchoolKnown: boolean,
  agreed: boolean,
  { schoolHolidays }: Policy,
): SchoolsQuestion {
  return {
    hasSchools: schoolHolidays.length > 0 && (asked === 'always' || isSchoolKnown),
    schools: isSchoolKnown ? SCHOOLS.takePart : SCHOOLS.mayTakePart,
    schoolsAgree: agreed ? 'true' : 'false',
  };
}
