/** The form of a request that was sent, as it was left: shown to whoever has entered the code, and sent again. */
import { draftOf } from '../../../domain/earlier-draft';
import { answersOf } from '../../../domain/form-draft';
import type { Request } from '../../../domain/request';
import type { Handled, Workflow } from '../../../workflow';
import { showForm } from '../form/form-page';
import { turn, withProblems } from '../form/turning';
import { type FormSetting, openForm, readForm, type TypedForm } from '../form/typed-form';
import type { SeeOther, Shown } from '../plain-page';
import { afterwards, ownPath } from './paths';
import type { StepAsked } from './step';

export interface ChangingFormNeeds {
  readonly workflow: Pick<Workflow, 'handle'>;
  readonly report: (fault: unknown) => void;
}

export interface ChangingAsked {
  readonly asked: StepAsked & { readonly filled: URLSearchParams };
  readonly request: Request;
  /** Of the code that was right; every further page carries it. */
  readonly proof: string;
  /** Why the domain takes no change (any more), beside how the request stands. */
  readonly refused: (handled: Extract<Handled, { accepted: false }>) => Shown;
}

export async function changeByForm(
  changing: ChangingAsked,
  { workflow, report }: ChangingFormNeeds,
): Promise<Shown | SeeOther> {
  const { asked, request, refused } = changing;
  const { filled, opened } = asked;
  const setting = settingOf(changing);
  // 1. Nothing of the form yet: the code has just been entered.
  if (!filled.has('step')) return showForm(openForm(setting), setting);
  // 2. Another page of it, with what there is to change.
  const { typed, problems, isReady } = turn(readForm(filled, setting), filled.get('go') ?? 'next', setting);
  if (!isReady) return showForm(typed, setting, { problems });
  // 3. All of it is right and is to be sent; what was typed outlives a storage that cannot be reached.
  let handled: Handled;
  try {
    handled = await workflow.handle({
      kind: 'change',
      requestId: request.id,
      answers: answersOf(typed.draft),
      by: opened.by,
    });
  } catch (error) {
    report(error);
    return showForm(typed, setting, { hasFailed: true });
  }
  if (handled.accepted) return { seeOther: afterwards(opened.token, 'changed') };
  return handled.refusal.refused === 'form' ? corrected(typed, setting) : refused(handled);
}

/** The clock has moved on since it was checked here. */
function corrected(typed: TypedForm, setting: FormSetting): Shown {
  const again = withProblems(typed, turn(typed, 'send', setting).problems);
  return showForm(again.typed, setting, { problems: again.problems });
}

function settingOf({ asked, request, proof }: ChangingAsked): FormSetting {
  const { opened, policy, now } = asked;
  const { token, by } = opened;
  return {
    action: ownPath(token, 'change'),
    base: draftOf(request, now, policy),
    asksName: false,
    // Of a colleague who acts for the requester the address is another.
    ...(by.id === request.requester.id && { mail: by.mail }),
    carried: { proof },
    ...(request.state === 'returned' && { note: request.missing }),
    leave: ownPath(token),
    now,
    policy,
  };
}
