/** A facilitator's page of one session: asked whether they would, or booked with them. */
import { type FacilitatorShown, presentForFacilitator } from '../../../present/facilitator';
import { SHARED_LINK } from '../../../wording/shared-link';
import { Button, ButtonLink, Buttons, Table } from '../parts';
import type { Shown } from '../plain-page';
import {
  FACILITATING,
  OFFER,
  NOT_HELD,
  PAGE_TITLES,
  PERSON_TEXTS,
  REQUESTER_ACTIONS,
} from '../wording/person';
import type { Subject } from './opening';
import { ownPath } from './paths';
import { TalkOver } from './talk-over';
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

type Facilitating = Extract<Subject, { as: 'facilitator' }>;

export function facilitatorShown(
  { opened, policy, offers }: Seen,
  { request, attempt }: Facilitating,
): FacilitatorShown {
  return presentForFacilitator(request, { facilitator: opened.by.id, attempt }, policy, { offers });
}

export function facilitatorPage(seen: Seen, subject: Facilitating, told: Told): Shown {
  const shown = facilitatorShown(seen, subject);
  const { token } = seen.opened;
  return {
    title: `${PAGE_TITLES.facilitator} ${shown.reference}`,
    ...(told.status !== undefined && { status: told.status }),
    content: (
      <>
        <ToldNotice {...told} />
        <StateBox {...shown} />
        <JoinLink {...shown} />
        <Facts facts={shown.facts} />
        {shown.hasParticipants && <People {...shown} />}
        {shown.canAnswer && (
          <ActForm token={token} act="accept" fields={[['attempt', shown.attempt]]}>
            <h2>{OFFER.heading}</h2>
            <p class="hint">{OFFER.acceptHint}</p>
            <Buttons>
              <Button>{OFFER.accept}</Button>
              <ButtonLink href={ownPath(token, 'cannot')} kind="second">
                {OFFER.cannotLink}
              </ButtonLink>
            </Buttons>
          </ActForm>
        )}
        {/* Of use on the day: below what is asked of them now. */}
        {shown.hasChecks && (
          <>
            <h2>{PERSON_TEXTS.checks}</h2>
            <ul>
              {shown.checks.map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </>
        )}
        <FurtherPages token={token} pages={furtherPages(shown)} />
        {shown.canShowEvaluation && <ShowEvaluation token={token} />}
        {shown.canTalkOver && <TalkOver token={token} />}
        <ActForm token={token} act="own-link">
          <h2>{FACILITATING.ownPage}</h2>
          <p>{FACILITATING.ownLinkHint}</p>
          <Button kind="second">{FACILITATING.ownLink}</Button>
        </ActForm>
        <LinkKeeping token={token} />
      </>
    ),
  };
}

function furtherPages(shown: FacilitatorShown): FurtherPage[] {
  const { canDropOut, canMove, canSayNotHeld, canRecord, recordTitle } = shown;
  return [
    ...(canRecord ? [{ step: 'record-session', label: recordTitle }] : []),
    ...(canMove ? [{ step: 'another-time', label: REQUESTER_ACTIONS.move }] : []),
    ...(canDropOut ? [{ step: 'cannot', label: OFFER.dropLink }] : []),
    ...(canSayNotHeld ? [{ step: 'not-held', label: NOT_HELD.title }] : []),
  ];
}

function ShowEvaluation({ token }: { readonly token: string }) {
  return (
    <ActForm token={token} act="show-evaluation">
      <h2>{SHARED_LINK.heading}</h2>
      <p class="hint">{SHARED_LINK.hint}</p>
      <Button kind="second">{SHARED_LINK.button}</Button>
    </ActForm>
  );
}

function People({ participants }: FacilitatorShown) {
  return (
    <Table
      caption={PERSON_TEXTS.people}
      columns={[PERSON_TEXTS.person, PERSON_TEXTS.agency]}
      rows={participants.map(({ name, team }) => [name, team])}
    />
  );
}
