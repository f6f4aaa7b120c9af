/** A further page of a link, on which something is filled in or confirmed before it is done. */
import type { ComponentChildren } from 'preact';
import type { AnyField, FormProblem } from '../../../domain/form-fields';
import { problemInWords, problemWithField, FIELD_NAMES } from '../../../wording/form';
import { BackLink } from '../parts';
import type { Wrong } from '../fields';
import type { Shown } from '../plain-page';
import { PERSON_TEXTS } from '../wording/person';
import { ownPath } from './paths';
import { type Seen, type Told, ToldNotice } from './seen';

export interface StepAsked extends Seen {
  readonly query: URLSearchParams;
  /** As it was sent, where it could not be taken. */
  readonly filled?: URLSearchParams;
  readonly problems?: readonly FormProblem<AnyField>[];
  /** What the domain leaves to the page to say. */
  readonly wrong?: readonly Wrong[];
  readonly told?: Told;
}

/** Undefined where there is nothing of the kind to do, for them or just now. */
export type Step = (asked: StepAsked) => Shown | undefined;

/** A further page in its frame: the way back first, then why it was not taken. */
export function stepPage(
  { opened, told = {} }: StepAsked,
  page: { readonly title: string; readonly wrong?: readonly Wrong[]; readonly content: ComponentChildren },
): Shown {
  const { title, wrong = [], content } = page;
  const status = told.status ?? (wrong.length > 0 ? 422 : undefined);
  return {
    title,
    ...(status !== undefined && { status }),
    ...(wrong.length > 0 && { wrong }),
    content: (
      <>
        {wrong.length === 0 && <ToldNotice {...told} />}
        {content}
        <BackLink href={ownPath(opened.token)}>{PERSON_TEXTS.back}</BackLink>
      </>
    ),
  };
}

/** Problems of single fields that are on the form itself; each named by its field. */
export function wrongFields(problems: readonly FormProblem<AnyField>[] = []): Wrong[] {
  return problems.filter(isOnTheForm).map((problem) => ({
    field: problem.field,
    text: problemWithField(problem),
    beside: sentence(problemInWords(problem)),
  }));
}

function isOnTheForm(problem: FormProblem<AnyField>): problem is FormProblem {
  return problem.field in FIELD_NAMES && problem.entry === undefined;
}

/** Alone, it begins like one. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
