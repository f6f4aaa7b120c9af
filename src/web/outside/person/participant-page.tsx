/** The page of somebody who comes to a session: when, where, who asked. Nothing of the case, and nobody else's name. */
import { isOnTheDay } from '../../../domain/facilitator-missing';
import { isStanding, type StandingSession } from '../../../domain/rearranging';
import { referenceOf, type Request } from '../../../domain/request';
import { presentAttending } from '../../../present/attending';
import { presentOwnPart } from '../../../present/own-part';
import { presentPolled } from '../../../present/polled';
import type { Shown } from '../plain-page';
import { ABSENCE, ARRANGING, ATTENDING_TEXTS, PAGE_TITLES } from '../wording/person';
import { Button, Notice } from '../parts';
import { PollForm } from './poll-form';
import { MissingForm } from './requester-page';
import {
  ActForm,
  Facts,
  FurtherPages,
  JoinLink,
  LinkKeeping,
  type Seen,
  type Told,
  ToldNotice,
} from './seen';
import type { Fact } from '../../../present/stated';

export function participantPage(seen: Seen, request: Request, told: Told): Shown {
  const { opened, now } = seen;
  const polled = presentPolled(request, opened.by, now);
  return {
    title: `${PAGE_TITLES.participant} ${referenceOf(request.id)}`,
    ...(told.status !== undefined && { status: told.status }),
    content: (
      <>
        <ToldNotice {...told} />
        {polled && <PollForm token={opened.token} polled={polled} />}
        {isStanding(request) && <Session seen={seen} request={request} />}
        {!polled && !isStanding(request) && <p>{nothing(request)}</p>}
        <LinkKeeping token={opened.token} />
      </>
    ),
  };
}

/** Of the request itself they are told nothing: it is not theirs. */
function nothing({ state }: Request): string {
  return state === 'held' ? ATTENDING_TEXTS.closed : ATTENDING_TEXTS.notArranged;
}

function Session({ seen, request }: { readonly seen: Seen; readonly request: StandingSession }) {
  const { opened, now } = seen;
  const { token, by } = opened;
  const shown = presentAttending(request, { isLast: isOnTheDay(request.match, now) });
  const own = presentOwnPart(request, by, now);
  return (
    <>
      {own.canSayComing && (
        <Notice kind="note" heading={ABSENCE.said}>
          <ActForm
            token={token}
            act="attend"
            fields={[
              ['attempt', own.attempt],
              ['coming', 'true'],
            ]}
          >
            <Button kind="second">{ABSENCE.after}</Button>
          </ActForm>
        </Notice>
      )}
      <Facts facts={[...shown.facts, ...arrangedFacts(own.arranged)]} />
      <p>{shown.wayThere}</p>
      <JoinLink {...shown} />
      {shown.canSayMissing && <MissingForm token={token} start={shown.start} />}
      <FurtherPages
        token={token}
        pages={[
          ...(own.canSayAbsent ? [{ step: 'attend', label: ABSENCE.link }] : []),
          ...(own.arrangements.length > 0 ? [{ step: 'ask-arrangements', label: ARRANGING.link }] : []),
        ]}
      />
    </>
  );
}

function arrangedFacts(arranged: readonly string[]): Fact[] {
  return arranged.length > 0 ? [{ label: ARRANGING.fact, value: arranged.join(', ') }] : [];
}
