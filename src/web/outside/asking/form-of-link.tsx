/** `/request/{token}`: the form behind the link that was mailed. Opening it does nothing; only sending it does. */
import { answersOf, newDraft } from '../../../domain/form-draft';
import type { TeamCode } from '../../../domain/agencies';
import type { Instant } from '../../../domain/intervals';
import type { Policy } from '../../../domain/policy';
import type { RequestId } from '../../../domain/request';
import type { LinkHolder, Links } from '../../../ports/links';
import type { Requests } from '../../../ports';
import type { Workflow } from '../../../workflow';
import type { PageAsked } from '../../../http/page';
import { showForm } from '../form/form-page';
import { turn, withProblems } from '../form/turning';
import { type FormSetting, openForm, readForm, type TypedForm } from '../form/typed-form';
import { formPath } from '../paths';
import type { PlainPage, SeeOther, Shown } from '../plain-page';
import { safetyWords } from '../wording/safety';
import { linkOver, sentPage } from './after-the-form';
import { riskIn, riskQuestion, urgentPage } from './risk-question';

export interface FormOfLinkNeeds {
  readonly links: Pick<Links, 'find'>;
  readonly requests: Pick<Requests, 'load'>;
  readonly workflow: Pick<Workflow, 'handle'>;
  readonly policy: Policy;
  readonly now: () => Instant;
  /** One more of a kind, for the agency of a team; nobody waits for it. */
  readonly count: (kind: string, team: TeamCode) => void;
  readonly report: (fault: unknown) => void;
}

/** What a link opens: the form, what came of it, or nothing. */
type Opened =
  | { readonly is: 'open'; readonly person: LinkHolder; readonly requestId: RequestId }
  | { readonly is: 'sent'; readonly requestId: RequestId }
  | { readonly is: 'over' };

export function formOfLink(needs: FormOfLinkNeeds): readonly PlainPage[] {
  const { links, requests, workflow, policy, now, report } = needs;
  return [
    { name: 'request-form', method: 'get', path: '/request/:token', show },
    { name: 'request-form-sent', method: 'post', path: '/request/:token', show: take },
  ];

  async function show({ params, query }: PageAsked): Promise<Shown | SeeOther> {
    const token = params['token'] ?? '';
    const opened = await open(token);
    if (opened.is === 'over') return linkOver('');
    if (opened.is === 'sent') return sentPage(opened.requestId, query.get('sent') === 'before');
    // Asked here too, although whoever asked for the link has answered: a link may be opened a day later.
    const risk = riskIn(query);
    const action = formPath(token);
    if (risk === 'unreported' || risk === 'unsure') return urgentPage(risk, { action, policy });
    if (risk !== 'no' && risk !== 'known')
      return riskQuestion({ action, isUnanswered: risk === 'unanswered', hint: safetyWords.askedAnew });
    const setting = settingOf(action, risk === 'known', opened.person.mail);
    return showForm(openForm(setting), setting);
  }

  async function take({ params, form }: PageAsked): Promise<Shown | SeeOther> {
    const token = params['token'] ?? '';
    const action = formPath(token);
    // 1. A child at risk comes first, whatever else is right or out of reach; what was typed goes along.
    const risk = riskIn(form);
    const typedSoFar = carriedOf(form);
    if (risk === 'unreported' || risk === 'unsure')
      return urgentPage(risk, { action, policy, carried: typedSoFar });
    if (risk !== 'no' && risk !== 'known')
      return riskQuestion({ action, isUnanswered: true, carried: typedSoFar });
    const unconfirmed = settingOf(action, risk === 'known');
    try {
      // 2. Whose form it is, and whether it has been sent meanwhile: by another tab, or by a second click.
      const opened = await open(token);
      if (opened.is === 'over') return linkOver(readForm(form, unconfirmed).draft.answers.reason);
      if (opened.is === 'sent') return { seeOther: sentBefore(action) };
      // 3. Another page of it, with what there is to change.
      const setting = { ...unconfirmed, mail: opened.person.mail };
      const { typed, problems, isReady } = turn(readForm(form, setting), form.get('go') ?? 'next', setting);
      if (!isReady) return showForm(typed, setting, { problems });
      // 4. All of it is right and is to be sent.
      return await send(typed, opened, setting);
    } catch (error) {
      // It is their own text, so it may be shown again even where nobody can tell whose link it is.
      report(error);
      return showForm(readForm(form, unconfirmed), unconfirmed, { hasFailed: true });
    }
  }

  async function send(
    typed: TypedForm,
    { person, requestId }: Extract<Opened, { is: 'open' }>,
    setting: FormSetting,
  ): Promise<Shown | SeeOther> {
    const by = { id: person.id, name: typed.name.trim(), mail: person.mail };
    const handled = await workflow.handle({
      kind: 'submit',
      requestId,
      answers: answersOf(typed.draft),
      by,
    });
    if (handled.accepted) {
      const { ask, requester } = handled.request;
      if (ask.otherNeeds) needs.count('went-on', requester.team);
      return { seeOther: setting.action };
    }
    if (handled.refusal.refused === 'already-submitted') return { seeOther: sentBefore(setting.action) };
    if (handled.refusal.refused !== 'form') return linkOver(typed.draft.answers.reason);
    // The clock has moved on since it was checked here.
    const again = withProblems(typed, turn(typed, 'send', { ...setting, now: now() }).problems);
    return showForm(again.typed, setting, { problems: again.problems });
  }

  async function open(token: string): Promise<Opened> {
    const link = await links.find(token);
    if (!link || link.terms.purpose !== 'ask' || link.terms.requestId === undefined) return { is: 'over' };
    const { person, requestId } = link.terms;
    const loaded = await requests.load(requestId);
    if (loaded) return loaded.request.requester.id === person.id ? { is: 'sent', requestId } : { is: 'over' };
    return link.state === 'valid' ? { is: 'open', person, requestId } : { is: 'over' };
  }

  function settingOf(action: string, riskKnown: boolean, mail?: string): FormSetting {
    return {
      action,
      // The link says which request it makes, so that the form needs no mark of its own.
      base: newDraft('', riskKnown, now(), policy),
      asksName: true,
      ...(mail !== undefined && { mail }),
      now: now(),
      policy,
    };
  }
}

function sentBefore(action: string): string {
  return `${action}?sent=before`;
}

/** Everything as it was posted, back to the part it came from; the question is answered anew. */
function carriedOf(form: URLSearchParams): readonly (readonly [string, string])[] {
  const typed = [...form].filter(([name]) => name !== 'risk' && name !== 'go');
  return [...typed, ['go', form.get('step') ?? '']];
}
