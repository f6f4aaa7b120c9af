/** How coordinators see what was done to a session in Outlook, beside what is kept here, and what they can do about it. */
import type { Policy } from '../domain/policy';
import { isStanding, type StandingSession } from '../domain/rearranging';
import type { Request } from '../domain/request';
import { slotInWords } from '../wording/when';
import type { Fact } from './stated';
import { isolated } from '../wording/typed-text';
import {
  answersOfAgency,
  missingInOutlook,
  movedInOutlook,
  OUTLOOK,
  putRightInWords,
  tooFewForCoordinators,
  tooFewForRequester,
  uninvitedInOutlook,
} from '../wording/outlook';

export interface OutlookButtons {
  readonly canTakeOver: boolean;
  /** When it begins by Outlook; 0 where it was not moved. */
  readonly movedTo: number;
  readonly canPutListRight: boolean;
  readonly canArrangeAnew: boolean;
}

/** `own` for the view of one signed-in coordinator. */
export function outlookButtons(request: Request, own: boolean): OutlookButtons {
  const { movedTo, missing, uninvited, linkGone } = (isStanding(request) && request.outlook) || {};
  // What is chosen already says where it goes.
  const isOpen = own && !(isStanding(request) && request.rearranging?.chosen);
  return {
    canTakeOver: isOpen && movedTo !== undefined,
    movedTo: movedTo?.start ?? 0,
    canPutListRight: own && (missing !== undefined || uninvited !== undefined),
    canArrangeAnew: own && linkGone !== undefined,
  };
}

/** What needs a person first. */
export function outlookLines(session: StandingSession, own: boolean, policy: Policy): string[] {
  const { match, rearranging } = session;
  const { movedTo, linkGone, missing, uninvited, putRight, tooFew } = session.outlook ?? {};
  return [
    ...(linkGone ? [OUTLOOK.linkGone] : []),
    ...(movedTo && !rearranging?.chosen
      ? [movedInOutlook(slotInWords(movedTo), slotInWords(match.slot))]
      : []),
    ...(tooFew === undefined ? [] : [tooFewForCoordinators(tooFew, policy.leastAgencies)]),
    ...(missing ? [missingInOutlook(missing.map(isolated), own)] : []),
    ...(uninvited ? [uninvitedInOutlook(uninvited.map(isolated), own)] : []),
    ...(own && (missing ?? uninvited) ? [OUTLOOK.list] : []),
    ...(putRight ? [putRightInWords(putRight)] : []),
  ];
}

/** By agency, and for a coordinator's own view alone: of an agency's only person it tells what Outlook tells the organiser. */
export function answersFact(request: Request, { agencies }: Policy): Fact[] {
  const answers = (isStanding(request) && request.outlook?.answers) || [];
  if (answers.length === 0) return [];
  const told = answers.map(({ agency, people, coming, notComing }) =>
    answersOfAgency(agencies.find(({ code }) => code === agency)?.name ?? agency, people, coming, notComing),
  );
  return [{ label: OUTLOOK.answers, value: told.join('; ') }];
}

/** For the requester: only that too few have said that they come. */
export function tooFewLines(session: StandingSession, { leastAgencies }: Policy): string[] {
  const tooFew = session.outlook?.tooFew;
  return tooFew === undefined ? [] : [tooFewForRequester(tooFew, leastAgencies)];
}
