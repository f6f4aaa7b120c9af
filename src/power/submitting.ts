/** Asking for a JAGS through a form or a flow. Sent again with the same key it is the same request, whatever was lost between. */
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { checkForm, type FormAnswers } from '../domain/form';
import type { FormProblem } from '../domain/form-fields';
import type { Instant } from '../domain/intervals';
import type { Policy } from '../domain/policy';
import type { RequestId } from '../domain/request';
import type { ApiReply } from '../http/api';
import { requestIdFor } from '../ids';
import type { Requests } from '../ports';
import type { Calls, KeptCall } from '../ports/calls';
import type { Limits } from '../ports/links';
import type { Workflow } from '../workflow';
import type { Answering, Asked } from './answering';
import { BASE_PATH } from './description';
import { problem } from './problems';
import { shownRequest } from './shown';
import { answersIn, askingIn, type Asking, formProblem, type NewRequest } from './submitted-form';
import { RISK_FIELD, urgentDetail } from './wording';

export interface SubmittingNeeds {
  readonly calls: Calls;
  readonly requests: Pick<Requests, 'load'>;
  readonly workflow: Pick<Workflow, 'handle'>;
  readonly limits: Limits;
  readonly policy: Policy;
  readonly linkTo?: (id: RequestId) => string;
  readonly now: () => Instant;
}

const HOUR_MS = 60 * 60_000;
/** Together well beyond what a save takes. */
const MOST_LOOKS = 20;
const BETWEEN_LOOKS_MS = 100;
const FORM_FIELDS = ['childAtImmediateRisk', 'requesterMail', 'reason', 'team'] as const;

export function submitRequest(needs: SubmittingNeeds): Answering {
  const { calls, requests, workflow, limits, policy, linkTo, now } = needs;
  return {
    operation: 'SubmitRequest',
    first: (body) => (isSafe(body) ? undefined : urgent(policy)),
    async answer({ caller, key, body: json }: Asked): Promise<ApiReply> {
      const body = json as NewRequest;
      const kept: KeptCall = {
        bodyHash: hashOf(json),
        requestId: requestIdFor(caller.key, key),
      };
      // 1. Sent before: its own request, however long ago, and whatever the rules would say of it today.
      const before = await under(caller.key, key, kept);
      if (typeof before === 'object') return before;
      // 2. Checked before anything of it is kept, so that it can be put right under the same key.
      const asking = askingIn(body, caller.person, now());
      if (!('by' in asking)) return problem('form', { errors: asking });
      const answers = answersIn(body);
      const checked = checkForm(answers, now(), policy);
      if ('problems' in checked) {
        // Kept before a crash, it would bind whoever puts the form right to the one that was refused.
        if (before === 'unfinished') await calls.drop(caller.key, key, kept);
        return refusedForm(answers, checked.problems);
      }
      // 3. Its key, then the request: what is lost between the two is done by whoever sends it again.
      const isFirst = before === 'nothing' && (await calls.keep(caller.key, key, kept)) === 'kept';
      if (!isFirst && before === 'nothing') {
        const twin = await under(caller.key, key, kept);
        if (typeof twin === 'object') return twin;
        // Given up by its twin, who was told the same.
        if (twin === 'nothing') return tooManyLetters(now());
      }
      if (await isTooMany(asking)) {
        if (isFirst) await calls.drop(caller.key, key, kept);
        return tooManyLetters(now());
      }
      return submit(kept.requestId, asking, answers);
    },
  };

  /**
   * What is under the key: an answer, or `nothing`. `unfinished`: a key without its request, though a twin that was under
   * way had time to save it. Only whoever kept the key goes on at once, so that twins are counted as the one they are.
   */
  async function under(
    caller: string,
    key: string,
    wanted: KeptCall,
  ): Promise<ApiReply | 'nothing' | 'unfinished'> {
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      const before = await calls.find(caller, key);
      if (!before) return 'nothing';
      if (before.bodyHash !== wanted.bodyHash) return problem('key-reused');
      const found = await requests.load(before.requestId);
      if (found) return { status: 200, body: shownRequest(found.request, linkTo) };
      await pause(BETWEEN_LOOKS_MS);
    }
    return 'unfinished';
  }

  async function submit(requestId: RequestId, asking: Asking, answers: FormAnswers): Promise<ApiReply> {
    const { by, unconfirmed } = asking;
    const handled = await workflow.handle(
      { kind: 'submit', requestId, by, answers, ...(unconfirmed && { unconfirmed }) },
      { via: 'api' },
    );
    if (handled.accepted)
      return {
        status: 201,
        body: shownRequest(handled.request, linkTo),
        headers: { Location: `${BASE_PATH}/requests/${requestId}` },
      };
    // Its twin was faster: the id is made of caller and key, so it is nobody else's.
    if (handled.request) return { status: 200, body: shownRequest(handled.request, linkTo) };
    return refusedForm(answers, (handled.refusal.problems ?? []) as readonly FormProblem[]);
  }

  function refusedForm(answers: FormAnswers, problems: readonly FormProblem[]): ApiReply {
    return problem('form', formProblem(problems, answers, { now: now(), policy }));
  }

  /** Whoever is named is written to: nobody is to be flooded with letters in our name. */
  async function isTooMany({ by, unconfirmed }: Asking): Promise<boolean> {
    if (!unconfirmed) return false;
    const ofOne = await limits.take({ kind: 'api-for', of: by.mail! }, policy.asksForOneMail);
    if (ofOne !== 'within') return true;
    return (await limits.take({ kind: 'api-all', of: '' }, policy.asksInAll)) !== 'within';
  }
}

/** They are counted by the hour. */
function tooManyLetters(now: Instant): ApiReply {
  const untilNextHour = Math.ceil((HOUR_MS - (now % HOUR_MS)) / 1000);
  return problem('too-many-letters', { headers: { 'Retry-After': String(untilNextHour) } });
}

/** The question before anything else: only these two answers go on. What is no submission at all is told so. */
function isSafe(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return true;
  if (!FORM_FIELDS.some((field) => Object.hasOwn(body, field))) return true;
  const { childAtImmediateRisk: risk } = body as { readonly childAtImmediateRisk?: unknown };
  return risk === 'no' || risk === 'reported';
}

function urgent(policy: Policy): ApiReply {
  return problem('urgent', {
    detail: urgentDetail(policy),
    errors: [{ field: 'childAtImmediateRisk', detail: RISK_FIELD }],
  });
}

/** The same for the same fields in another order. */
function hashOf(json: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(ordered(json)))
    .digest('hex');
}

function ordered(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(ordered);
  if (typeof json !== 'object' || json === null) return json;
  const fields = Object.entries(json).sort(([one], [other]) => (one < other ? -1 : 1));
  return fields.map(([name, value]) => [name, ordered(value)]);
}
