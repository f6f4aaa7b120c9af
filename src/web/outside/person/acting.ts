/** Does what is asked for through a link, and says how it stands; a "no" is a sentence on the page it came from. */
import { canBeMissedFrom } from '../../../domain/facilitator-missing';
import type { Refusal, Refused } from '../../../domain/refusal';
import type { Request } from '../../../domain/request';
import type { Links } from '../../../ports/links';
import type { Handled, Workflow } from '../../../workflow';
import { movedInWords, notBegunInWords } from '../../../wording/on-the-day';
import { offersOf, type OffersNeeds } from '../../../present/afterwards';
import { ringInWords } from '../../../wording/session-record';
import { SHARED_LINK } from '../../../wording/shared-link';
import type { Policy } from '../../../domain/policy';
import { faultPage } from '../fault-pages';
import type { SeeOther, Shown } from '../plain-page';
import { PAGE_REFUSALS } from '../wording/page-refusals';
import { PERSON_TEXTS } from '../wording/person';
import { type Act, actNamed, type CommandAct } from './acts';
import { checkCode, type CodeCheckNeeds } from './code-check';
import { changeByForm, type ChangingFormNeeds } from './changing-form';
import { facilitatorShown } from './facilitator-page';
import { endedPage } from './no-link';
import type { OwnTimeNeeds } from './keeping-time';
import type { Opened } from './opening';
import { afterwards } from './paths';
import { requesterShown } from './requester-page';
import type { MakePage, Told } from './seen';
import type { StepAsked } from './step';
import { evaluationShown } from './showing-evaluation';
import { STEPS } from './steps';

export interface ActingNeeds extends CodeCheckNeeds, OwnTimeNeeds, ChangingFormNeeds, OffersNeeds {
  readonly policy: Policy;
  readonly workflow: Pick<Workflow, 'handle'>;
  readonly links: Pick<Links, 'revoke'>;
  readonly mainPage: MakePage;
}

export type Acting = (opened: Opened, name: string, form: URLSearchParams) => Promise<Shown | SeeOther>;

type Asked = StepAsked & { readonly filled: URLSearchParams };

const NOT_SAVED: Told = { notice: PERSON_TEXTS.notSaved, status: 503 };

/** An hour, for one link. */
const MOST_OWN_LINKS = 3;

export function createActing(needs: ActingNeeds): Acting {
  const { workflow, links, limits, errands, sharedLink, talkingOver, policy, now, mainPage } = needs;
  const offers = offersOf(needs);

  return async (opened, name, form) => {
    const act = actNamed(name);
    // 1. What a link is not for does not exist for it.
    if (!act?.purposes.includes(opened.link.terms.purpose)) return faultPage(404, policy);
    const asked: Asked = { opened, policy, now: now(), offers, query: new URLSearchParams(), filled: form };
    // 2. What can no longer be done needs no code.
    const why = whyNot(act, asked);
    if (why) return again(act, asked, { notice: PAGE_REFUSALS[why], status: 409 });
    if (!act.needsCode) return done(act, asked);
    const checked = await checkCode(asked, name, needs);
    return 'instead' in checked ? checked.instead : done(act, asked, checked.proof);
  };

  function done(act: Act, asked: Asked, proof = ''): Promise<Shown | SeeOther> {
    switch (act.does) {
      case 'command':
        return commanded(act, asked);
      case 'own-time':
        return kept(act, asked);
      case 'change':
        return changed(act, asked, proof);
      case 'own-link':
        return ownLink(asked);
      case 'end-link':
        return endLink(act, asked);
      case 'show-evaluation':
        return evaluation(act, asked);
      case 'talk-over':
        return talkOver(act, asked);
    }
  }

  async function commanded(act: CommandAct, asked: Asked): Promise<Shown | SeeOther> {
    const { opened, filled } = asked;
    const { subject, by, token } = opened;
    const wrong = act.lacks?.(filled) ?? [];
    if (wrong.length > 0) return again(act, { ...asked, wrong }, { status: 422 });
    const command = subject.as === 'facilitating' ? undefined : act.read(filled, subject.request);
    if (subject.as === 'facilitating' || !command)
      return again(act, asked, { notice: PERSON_TEXTS.unreadable, status: 422 });
    const handled = await saved(() => workflow.handle({ ...command, requestId: subject.request.id, by }));
    if (!handled) return again(act, asked, NOT_SAVED);
    if (handled.accepted) return { seeOther: afterwards(token, act.said(handled.request, filled)) };
    return refused(act, asked, handled);
  }

  /** With how it stands by now, not as it was when the link was opened. */
  function refused(
    act: Act,
    asked: Asked,
    { refusal, request }: Extract<Handled, { accepted: false }>,
  ): Shown {
    const current = request ? { ...asked, opened: withRequest(asked.opened, request) } : asked;
    if (refusal.problems) return again(act, { ...current, problems: refusal.problems }, { status: 422 });
    return again(act, current, { notice: refusalInWords(refusal, request), status: 409 });
  }

  async function changed(act: Act, asked: Asked, proof: string): Promise<Shown | SeeOther> {
    const { subject } = asked.opened;
    if (subject.as !== 'requester') return faultPage(404, policy);
    const { request } = subject;
    return changeByForm({ asked, request, proof, refused: (handled) => refused(act, asked, handled) }, needs);
  }

  async function kept(act: Extract<Act, { does: 'own-time' }>, asked: Asked): Promise<Shown | SeeOther> {
    const { opened, filled } = asked;
    const { subject, by, token } = opened;
    if (subject.as !== 'facilitating') return faultPage(404, policy);
    const outcome = await saved(() => act.keep({ by, entry: subject.entry, form: filled }, needs));
    if (!outcome) return again(act, asked, NOT_SAVED);
    if ('said' in outcome) return { seeOther: afterwards(token, outcome.said) };
    return 'wrong' in outcome
      ? again(act, { ...asked, wrong: outcome.wrong }, { status: 422 })
      : again(act, asked, { notice: outcome.notice, status: 409 });
  }

  /** Undefined where storage could not be reached: what was filled in outlives it. */
  async function saved<Outcome>(save: () => Promise<Outcome>): Promise<Outcome | undefined> {
    try {
      return await save();
    } catch (error) {
      needs.report(error);
      return undefined;
    }
  }

  async function evaluation(act: Act, asked: Asked): Promise<Shown> {
    const { subject, token } = asked.opened;
    if (subject.as !== 'facilitator' || !sharedLink) return faultPage(404, policy);
    // A link outlives that somebody facilitates it.
    if (!facilitatorShown(asked, subject).canShowEvaluation)
      return again(act, asked, { notice: SHARED_LINK.over, status: 409 });
    const shown = await evaluationShown(subject, token, sharedLink);
    return typeof shown === 'string' ? again(act, asked, { notice: shown, status: 409 }) : shown;
  }

  async function talkOver(act: Act, asked: Asked): Promise<Shown | SeeOther> {
    const { by, token } = asked.opened;
    if (!offers.talksOver) return faultPage(404, policy);
    if ((await talkingOver?.tell(by)) === 'told') return { seeOther: afterwards(token, 'talk-told') };
    return again(act, asked, { notice: ringInWords(policy.supportContact), status: 409 });
  }

  /** Said the same whether a mail goes out or would be one too many. */
  async function ownLink({ opened }: Asked): Promise<SeeOther> {
    const { id } = opened.link;
    if ((await limits.take({ kind: 'own-link', of: id }, MOST_OWN_LINKS)) === 'within')
      await errands.send({ kind: 'facilitating-link', link: id });
    return { seeOther: afterwards(opened.token, 'own-link') };
  }

  /** With all others they were mailed for the same. */
  async function endLink(act: Act, asked: Asked): Promise<Shown> {
    const { link, token } = asked.opened;
    const ended = await saved(async () => {
      await links.revoke(link.terms);
      return true;
    });
    return ended ? endedPage(token) : again(act, asked, NOT_SAVED);
  }

  /** The page of its form with what was filled in, where there still is one. */
  function again(act: Act, asked: Asked, told: Told): Shown {
    const step = act.step && STEPS[act.step]({ ...asked, told });
    return step ?? mainPage(asked, { ...told, notice: told.notice ?? PERSON_TEXTS.unreadable });
  }
}

/** Of what needs a code, because nobody is to look one up in vain. */
function whyNot(act: Act, asked: Asked): Refused | undefined {
  const { subject } = asked.opened;
  if (!act.needsCode) return undefined;
  if (subject.as === 'facilitator') {
    const { canAnswer, canDropOut } = facilitatorShown(asked, subject);
    return canAnswer ? undefined : canDropOut ? 'already-decided' : 'not-offered';
  }
  if (subject.as !== 'requester' || requesterShown(asked, subject.request).canChange) return undefined;
  return 'being-arranged';
}

function withRequest(opened: Opened, request: Request): Opened {
  const { subject } = opened;
  if (subject.as === 'facilitating') return opened;
  return { ...opened, subject: { ...subject, request } };
}

function refusalInWords({ refused }: Refusal, request: Request | undefined): string {
  if (request && 'match' in request) {
    const { match } = request;
    if (refused === 'not-begun') return notBegunInWords(match.slot, canBeMissedFrom(match));
    if (refused === 'session-moved') return movedInWords(match.slot);
  }
  return PAGE_REFUSALS[refused];
}
