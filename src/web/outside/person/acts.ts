/**
 * Everything that can be done through a link: the table of contents. Each is the same command as from a card, or a facilitator's
 * word on their own time; who acts comes from the link, what is true from storage.
 */
import { ARRANGEMENTS } from '../../../domain/ask';
import { NOT_HELD_REASONS } from '../../../domain/ending';
import { openPoll } from '../../../domain/poll';
import { recordOf } from '../../../domain/record-form';
import type { PersonCommand, Request } from '../../../domain/request';
import { isProposable } from '../../../domain/proposal';
import type { Purpose } from '../../../ports/links';
import type { Wrong } from '../fields';
import { ARRANGING, NOT_HELD } from '../wording/person';
import type { Said } from '../wording/said';
import { declare, endPause, pause, type OwnTimeAct } from './keeping-time';
import { recordAnswersIn } from './recording';
import { attemptIn, datesIn, instantIn, instantsIn, oneOf, proposalIn } from './reading';
import type { StepName } from './steps';

interface ActBase {
  /** Whose links can do it. */
  readonly purposes: readonly Purpose[];
  /** Where its form is, to be shown again with what cannot be taken; the page itself when absent. */
  readonly step?: StepName;
  /** A fresh code is mailed first, because the link may have been forwarded. */
  readonly needsCode?: true;
}

export interface CommandAct extends ActBase {
  readonly does: 'command';
  readonly kind: PersonCommand['kind'];
  /** Undefined where the form is not one of ours, or from an older release. */
  readonly read: (form: URLSearchParams, request: Request) => PersonCommand | undefined;
  /** What is not filled in yet, where only the page can tell. */
  readonly lacks?: (form: URLSearchParams) => readonly Wrong[];
  readonly said: (request: Request, form: URLSearchParams) => Said;
}

export type Act =
  | CommandAct
  | (ActBase & { readonly does: 'own-time'; readonly keep: OwnTimeAct })
  /** The form of the request comes back, in several pages. */
  | (ActBase & { readonly does: 'change'; readonly kind: 'change' })
  | (ActBase & { readonly does: 'own-link' })
  /** Whoever is done on a computer others use leaves nothing behind that opens their page. */
  | (ActBase & { readonly does: 'end-link' })
  /** The code for everybody in the session, on the page that answers. */
  | (ActBase & { readonly does: 'show-evaluation' })
  /** Told to those who support facilitators, and noted nowhere. */
  | (ActBase & { readonly does: 'talk-over' });

type Fields<Kind extends PersonCommand['kind']> = Omit<Extract<PersonCommand, { kind: Kind }>, 'kind'>;

function command<Kind extends PersonCommand['kind']>(
  kind: Kind,
  purposes: readonly Purpose[],
  read: (form: URLSearchParams, request: Request) => Fields<Kind> | undefined,
  said: Said | CommandAct['said'],
  over: Pick<CommandAct, 'step' | 'needsCode' | 'lacks'> = {},
): CommandAct {
  return {
    ...over,
    does: 'command',
    purposes,
    kind,
    read(form, request) {
      const fields = read(form, request);
      return fields && ({ kind, ...fields } as Extract<PersonCommand, { kind: Kind }>);
    },
    said: typeof said === 'function' ? said : () => said,
  };
}

export const ACTS = {
  withdraw: command('withdraw', ['requester'], () => ({}), 'withdrawn', { step: 'withdraw' }),
  confirm: command('confirm', ['requester'], () => ({}), 'confirmed'),
  change: { does: 'change', kind: 'change', purposes: ['requester'], step: 'change', needsCode: true },
  'new-dates': command('new-dates', ['requester'], (form) => ({ dates: datesIn(form) }), 'dates-given', {
    step: 'new-dates',
  }),
  'another-time': command('another-time', ['requester', 'facilitator'], ofAttempt, 'time-asked', {
    step: 'another-time',
  }),
  'propose-participants': command(
    'propose-participants',
    ['requester'],
    // Who of them is in the directory is asked by the worker: nobody on a page is told.
    (form) => ({ answers: proposalIn(form), known: [] }),
    (request) => (isProposable(request) && request.proposal ? 'proposed' : 'proposal-taken-back'),
    { step: 'propose-participants' },
  ),
  'facilitator-missing': command(
    'facilitator-missing',
    ['requester', 'participant'],
    ofStart,
    'missing-told',
  ),
  attend: command(
    'attend',
    ['participant'],
    (form) => {
      const session = ofAttempt(form);
      const coming = oneOf(form, 'coming', ['true', 'false']);
      return session && coming && { ...session, coming: coming === 'true' };
    },
    (_, form) => (form.get('coming') === 'true' ? 'coming' : 'not-coming'),
    { step: 'attend' },
  ),
  'ask-arrangements': command(
    'ask-arrangements',
    ['requester', 'participant'],
    (form) => ({ arrangements: ARRANGEMENTS.filter((each) => form.getAll('arrangements').includes(each)) }),
    'arrangements-asked',
    {
      step: 'ask-arrangements',
      lacks: (form) =>
        ARRANGEMENTS.some((each) => form.getAll('arrangements').includes(each))
          ? []
          : [{ field: 'arrangements', text: ARRANGING.missing }],
    },
  ),
  'answer-poll': command(
    'answer-poll',
    ['requester', 'participant'],
    (form) => {
      const at = instantIn(form, 'at');
      const starts = instantsIn(form, 'starts');
      return at === undefined || !starts ? undefined : { at, starts };
    },
    // With the last answer the question is over.
    (request) => (openPoll(request) ? 'poll-answered' : 'last-poll-answer'),
  ),
  accept: command('accept', ['facilitator'], ofAttempt, 'accepted', { needsCode: true }),
  cannot: command(
    'cannot',
    ['facilitator'],
    (form) => {
      const offer = ofAttempt(form);
      return offer && { ...offer, ...(form.get('knowsFamily') === 'true' && { knowsFamily: true as const }) };
    },
    'cannot-said',
    { step: 'cannot' },
  ),
  'not-held': command(
    'not-held',
    ['facilitator'],
    (form) => {
      const offer = ofAttempt(form);
      const reason = oneOf(form, 'reason', NOT_HELD_REASONS);
      return offer && reason && { ...offer, reason };
    },
    'not-held-said',
    {
      step: 'not-held',
      lacks: (form) =>
        oneOf(form, 'reason', NOT_HELD_REASONS) ? [] : [{ field: 'reason', text: NOT_HELD.missing }],
    },
  ),
  'record-session': command(
    'record-session',
    ['facilitator'],
    (form, request) => {
      const session = ofAttempt(form);
      // Of what is not arranged there is no session to record: refused by the rules.
      const slot = 'match' in request ? request.match.slot : { start: NaN, end: NaN };
      return session && { ...session, record: recordOf(recordAnswersIn(form), slot) };
    },
    'recorded',
    { step: 'record-session' },
  ),
  'show-evaluation': { does: 'show-evaluation', purposes: ['facilitator'] },
  'talk-over': { does: 'talk-over', purposes: ['facilitator', 'facilitating'] },
  pause: { does: 'own-time', purposes: ['facilitating'], keep: pause, step: 'pause' },
  'end-pause': { does: 'own-time', purposes: ['facilitating'], keep: endPause },
  declare: { does: 'own-time', purposes: ['facilitating'], keep: declare, step: 'declare' },
  'own-link': { does: 'own-link', purposes: ['facilitator'] },
  'end-link': { does: 'end-link', purposes: ['requester', 'facilitator', 'participant', 'facilitating'] },
} as const satisfies Readonly<Record<string, Act>>;
export type ActName = keyof typeof ACTS;

export function actNamed(name: string): Act | undefined {
  return Object.hasOwn(ACTS, name) ? ACTS[name as ActName] : undefined;
}

function ofAttempt(form: URLSearchParams): { readonly attempt: number } | undefined {
  const attempt = attemptIn(form);
  return attempt === undefined ? undefined : { attempt };
}

function ofStart(form: URLSearchParams): { readonly start: number } | undefined {
  const start = instantIn(form, 'start');
  return start === undefined ? undefined : { start };
}
