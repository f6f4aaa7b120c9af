/** What a coordinator does about one request from its page: appoint, widen, note who knows the family. */
import type { Appointing, Choice } from '../../appointing';
import { OVERRULE_REASONS, type Relaxing } from '../../domain/match';
import type { Person } from '../../domain/people';
import type { Policy } from '../../domain/policy';
import type { RequestId, Submitted } from '../../domain/request';
import type { PoolKeeping } from '../../pool-keeping';
import type { Requests } from '../../ports';
import type { Handled, Workflow } from '../../workflow';
import { Banner } from './fields';
import { Notice } from './frame';
import { notFound } from './not-found';
import type { Asked, Shown, TabPage } from './page';
import { REQUESTS } from './paths';
import { requestPool } from './request-pool';
import { appointWords, known, notPossible, poolWords, requestRefusals, widened } from './wording/requests';

export interface RequestPagesNeeds {
  readonly requests: Pick<Requests, 'load'>;
  readonly appointing: Appointing;
  readonly poolKeeping: Pick<PoolKeeping, 'knowsFamily'>;
  readonly workflow: Pick<Workflow, 'handle'>;
  readonly policy: Policy;
}

export function requestPages(needs: RequestPagesNeeds): readonly TabPage[] {
  const { requests, appointing, poolKeeping, workflow, policy } = needs;
  return [
    {
      name: 'tab-request',
      method: 'get',
      path: `${REQUESTS}/:id`,
      show: withRequest((request) => page(request)),
    },
    {
      name: 'tab-request-appoint',
      method: 'post',
      path: `${REQUESTS}/:id/appoint`,
      show: withRequest(appoint),
    },
    { name: 'tab-request-widen', method: 'post', path: `${REQUESTS}/:id/widen`, show: withRequest(widen) },
    { name: 'tab-request-knows', method: 'post', path: `${REQUESTS}/:id/knows`, show: withRequest(knows) },
  ];

  function withRequest(show: (request: Submitted, asked: Asked) => Promise<Shown>): TabPage['show'] {
    return async (asked) => {
      const id = asked.params['id'] ?? '';
      const request = isRequestId(id) ? (await requests.load(id))?.request : undefined;
      if (!request) return notFound();
      return request.state === 'submitted' ? show(request, asked) : decided();
    };
  }

  async function page(request: Submitted, banner?: Shown['content']): Promise<Shown> {
    const overview = await appointing.overview(request);
    return requestPool({ request, overview, policy, ...(banner !== undefined && { banner }) });
  }

  async function appoint(request: Submitted, { form, by }: Asked): Promise<Shown> {
    const choice = choiceOf(form);
    const handled = await appointing.appoint(request, choice, by);
    if (handled === 'not-possible') return stopped(request.id, notPossible);
    if (!handled.accepted) return stopped(request.id, refusalOf(handled));
    const name = 'match' in handled.request ? handled.request.match.facilitator.name : '';
    return said(appointWords.done(name), appointWords.doneText);
  }

  async function widen(request: Submitted, { form, by }: Asked): Promise<Shown> {
    const step = stepOf(form);
    const handled = step && (await workflow.handle({ kind: 'relax', requestId: request.id, by, step }));
    if (!handled?.accepted) return stopped(request.id, handled ? refusalOf(handled) : requestRefusals.other);
    return said(widened.heading, widened.text);
  }

  /** Fresh matches are looked for: the card must not go on offering them. */
  async function knows(request: Submitted, { form, by }: Asked): Promise<Shown> {
    const isYes = form.get('knows') === 'yes';
    const facilitator = form.get('facilitator') ?? '';
    const kept =
      isPersonId(facilitator) && (await poolKeeping.knowsFamily(facilitator, request.id, isYes, by));
    if (!kept || !kept.saved) return stopped(request.id, requestRefusals.other);
    await lookAgain(request.id, by);
    const { name } = kept.facilitator;
    const heading = isYes ? known.yes(name) : known.no(name);
    return shownAnew(request.id, <GoodNews heading={heading} text={known.text} />);
  }

  async function lookAgain(requestId: RequestId, by: Person): Promise<void> {
    await workflow.handle({ kind: 'look-again', requestId, by });
  }

  async function stopped(id: RequestId, sentence: string): Promise<Shown> {
    return { ...(await shownAnew(id, <Banner kind="bad" heading={sentence} focus />)), status: 409 };
  }

  /** As it stands after what was done. */
  async function shownAnew(id: RequestId, banner: Shown['content']): Promise<Shown> {
    const request = (await requests.load(id))?.request;
    return request?.state === 'submitted' ? page(request, banner) : decided();
  }
}

function said(heading: string, text: string): Shown {
  return {
    title: heading,
    section: 'requests',
    at: REQUESTS,
    content: (
      <Notice heading={heading}>
        <p>{text}</p>
        <p>
          <a href={REQUESTS}>{poolWords.back}</a>
        </p>
      </Notice>
    ),
  };
}

function decided(): Shown {
  return said(poolWords.decided, poolWords.decidedText);
}

function GoodNews({ heading, text }: { readonly heading: string; readonly text: string }) {
  return (
    <Banner kind="good" heading={heading} focus>
      <p>{text}</p>
    </Banner>
  );
}

function refusalOf(handled: Handled): string {
  return handled.accepted ? '' : (requestRefusals[handled.refusal.refused] ?? requestRefusals.other);
}

function isRequestId(id: string): boolean {
  return /^[a-z0-9-]{8,64}$/.test(id);
}

function isPersonId(id: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}

function choiceOf(form: URLSearchParams): Choice {
  const because = OVERRULE_REASONS.find((each) => each === form.get('because'));
  const [as, facilitator] = (form.get('beside') ?? '').split(' ');
  return {
    facilitator: form.get('facilitator') ?? '',
    start: Number(form.get('start')),
    ...(because && { because }),
    ...(facilitator && (as === 'observer' || as === 'second') && { beside: { facilitator, as } }),
  };
}

/** What was offered, as it comes back; whether it could have been offered is for the domain to say. */
function stepOf(form: URLSearchParams): Relaxing | undefined {
  const kind = form.get('kind');
  switch (kind) {
    case 'later':
      return { kind, latest: form.get('latest') ?? '' };
    case 'shorter':
      return { kind, minutes: Number(form.get('minutes')) };
    case 'any-day':
    case 'any-time':
    case 'online':
    case 'school-holidays':
      return { kind };
    default:
      return undefined;
  }
}
