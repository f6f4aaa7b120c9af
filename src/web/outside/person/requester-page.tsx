/** The requester's page: how their request stands, what was asked, and what they may do just now. */
import { isSamePerson, type PersonId } from '../../../domain/people';
import { isOpen, type Request } from '../../../domain/request';
import { presentForRequester, type RequesterShown } from '../../../present/requester';
import { presentOwnPart } from '../../../present/own-part';
import { presentPolled } from '../../../present/polled';
import { Button } from '../parts';
import { REQUEST } from '../paths';
import type { Shown } from '../plain-page';
import { ARRANGING, CONFIRM, MISSING, PAGE_TITLES, REQUESTER_ACTIONS } from '../wording/person';
import { ownPath } from './paths';
import { PollForm } from './poll-form';
import {
  ActForm,
  Facts,
  type FurtherPage,
  FurtherPages,
  JoinLink,
  LinkKeeping,
  type Seen,
  StateBox,
  type Told,
  ToldNotice,
} from './seen';

export function requesterShown({ opened, policy, now }: Seen, request: Request): RequesterShown {
  return presentForRequester(request, policy, { viewer: opened.by.id, now });
}

export function requesterPage(seen: Seen, request: Request, told: Told): Shown {
  const shown = requesterShown(seen, request);
  const { token, by } = seen.opened;
  const polled = presentPolled(request, by, seen.now);
  const { arrangements } = presentOwnPart(request, by, seen.now);
  return {
    title: `${PAGE_TITLES.requester} ${shown.reference}`,
    ...(told.status !== undefined && { status: told.status }),
    content: (
      <>
        <ToldNotice {...told} />
        {shown.hasActing && <p>{shown.acting}</p>}
        {isToConfirm(request, by.id) && <ConfirmForm token={token} />}
        <StateBox {...shown} />
        {polled && <PollForm token={token} polled={polled} />}
        <JoinLink {...shown} />
        {shown.canSayMissing && <MissingForm token={token} start={shown.start} />}
        <Facts facts={shown.facts} />
        <FurtherPages token={token} pages={furtherPages(shown, arrangements.length > 0)} />
        {shown.canAskAgain ? (
          <p>
            <a href={REQUEST}>{REQUESTER_ACTIONS.askAgain}</a>
          </p>
        ) : (
          <p>{shown.safety}</p>
        )}
        <LinkKeeping token={token} />
      </>
    ),
  };
}

function furtherPages(shown: RequesterShown, canArrange: boolean): FurtherPage[] {
  const { canChange, canGiveDates, canMove, canPropose, canWithdraw } = shown;
  const { change, changeHint, dates, move, propose, withdraw } = REQUESTER_ACTIONS;
  const giving = canGiveDates ? [{ step: 'new-dates', label: dates }] : [];
  // What they have been asked for comes first.
  const areAsked = shown.dates.style === 'positive';
  return [
    ...(areAsked ? giving : []),
    ...(canChange ? [{ step: 'change', label: change, hint: changeHint }] : []),
    ...(areAsked ? [] : giving),
    ...(canMove ? [{ step: 'another-time', label: move }] : []),
    ...(canPropose ? [{ step: 'propose-participants', label: propose }] : []),
    ...(canArrange ? [{ step: 'ask-arrangements', label: ARRANGING.linkRequester }] : []),
    ...(canWithdraw ? [{ step: 'withdraw', label: withdraw }] : []),
  ];
}

/** A colleague cannot say it for them. */
function isToConfirm(request: Request, viewer: PersonId): boolean {
  const { id, unconfirmed } = request.requester;
  return unconfirmed === true && isOpen(request) && isSamePerson(id, viewer);
}

function ConfirmForm({ token }: { readonly token: string }) {
  return (
    <ActForm token={token} act="confirm">
      <h2>{CONFIRM.heading}</h2>
      <p>{CONFIRM.text}</p>
      <Button>{CONFIRM.button}</Button>
      <p>
        <a href={ownPath(token, 'withdraw')}>{CONFIRM.notMe}</a>
      </p>
    </ActForm>
  );
}

/** Also of those who come. */
export function MissingForm({ token, start }: { readonly token: string; readonly start: number }) {
  return (
    <ActForm token={token} act="facilitator-missing" fields={[['start', start]]}>
      <h2>{MISSING.heading}</h2>
      <p class="hint">{MISSING.hint}</p>
      <Button kind="second">{MISSING.button}</Button>
    </ActForm>
  );
}
