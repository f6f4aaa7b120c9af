/** What a form's problem is, and the checks that many fields share. */
import type { FoundAt } from './form-identifiers';
import type { FormAnswers } from './form';
import type { RecordField } from './session-record';

export type FormField = Exclude<keyof FormAnswers, 'riskKnown' | 'notNames' | 'goesOn'>;

/** Fields of what a coordinator fills in to complete a request, and of a note to the requester. */
export type EditField = FormField | 'minutes' | 'named' | 'interpreters';
/** Of everything that is filled in about a request. */
export type AnyField = EditField | 'note' | RecordField;

export const FORM_FAULTS = [
  'empty',
  'too-long',
  'not-listed',
  'not-a-date',
  'in-the-past',
  'reversed',
  'before-notice',
  'too-far-ahead',
  'no-working-time',
  'school-holidays',
  'bad-mail',
  'bad-phone',
  'name-without-mail',
  'twice',
  'too-few-people',
  'too-many-people',
  'one-agency',
  'better-door',
  'identifier',
  'likely-identifier',
] as const;
export type FormFault = (typeof FORM_FAULTS)[number];

/** One thing to put right: the field, what is wrong, what is allowed, and for a list which entry (from 0). */
export interface FormProblem<Field extends string = FormField> {
  readonly field: Field;
  readonly fault: FormFault;
  readonly allowed?: string | number;
  readonly entry?: number;
  /** Of an identifier: what it is and where. */
  readonly found?: readonly FoundAt[];
}

/** Nothing anybody could see: spaces, or marks without a shape of their own (zero-width, right-to-left). */
export function isEmpty(value: string): boolean {
  return /^[\s\p{Cf}]*$/u.test(value);
}

export function text<Field extends string>(
  field: Field,
  value: string,
  longest: number,
): FormProblem<Field>[] {
  if (isEmpty(value)) return [{ field, fault: 'empty' }];
  return optionalText(field, value, longest);
}

export function optionalText<Field extends string>(
  field: Field,
  value: string,
  longest: number,
): FormProblem<Field>[] {
  return value.trim().length > longest ? [{ field, fault: 'too-long', allowed: longest }] : [];
}

export function listed(field: FormField, value: string, isListed: (value: string) => boolean): FormProblem[] {
  if (isEmpty(value)) return [{ field, fault: 'empty' }];
  return isListed(value) ? [] : [{ field, fault: 'not-listed' }];
}

/** One of the list, or nothing. */
export function optionalListed<Field extends string>(
  field: Field,
  value: string,
  allowed: readonly string[],
): FormProblem<Field>[] {
  return isEmpty(value) || allowed.includes(value) ? [] : [{ field, fault: 'not-listed' }];
}

/** At least one of the allowed. */
export function choices(
  field: FormField,
  values: readonly string[],
  allowed: readonly string[],
): FormProblem[] {
  if (values.length === 0) return [{ field, fault: 'empty' }];
  return optionalChoices(field, values, allowed);
}

export function optionalChoices(
  field: FormField,
  values: readonly string[],
  allowed: readonly string[],
): FormProblem[] {
  return values.every((value) => allowed.includes(value)) ? [] : [{ field, fault: 'not-listed' }];
}
