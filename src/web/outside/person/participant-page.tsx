/** The page of somebody who comes to a session: when, where, who asked. Nothing of the case, and nobody else's name. */
import { isOnTheDay } from '../../../domain/facilitator-missing';
import { isStanding, type StandingSession } from '../../../domain/rearranging';
import { isOpen, referenceOf, type Request } from '../../../domain/request';
import { presentAttending } from '../../../present/attending';
import type { Shown } from '../plain-page';
import { ATTENDING_TEXTS, PAGE_TITLES, PERSON_TEXTS } from '../wording/person';
import { MissingForm } from './requester-page';
import { Facts, JoinLink, type Seen, type Told, ToldNotice } from './seen';

export function participantPage(seen: Seen, request: Request, told: Told): Shown {
  return {
    title: `${PAGE_TITLES.participant} ${referenceOf(request.id)}`,
    ...(told.status !== undefined && { status: told.status }),
    content: (
      <>
        <ToldNotice {...told} />
        {isStanding(request) ? (
          <Session seen={seen} request={request} />
        ) : (
          <p>
            {isOpen(request) && request.state !== 'held'
              ? ATTENDING_TEXTS.notArranged
              : ATTENDING_TEXTS.closed}
          </p>
        )}
        <p class="hint">{PERSON_TEXTS.forwarding}</p>
      </>
    ),
  };
}

function Session({ seen, request }: { readonly seen: Seen; readonly request: StandingSession }) {
  const { opened, now } = seen;
  const shown = presentAttending(request, { isLast: isOnTheDay(request.match, now) });
  return (
    <>
      <Facts facts={shown.facts} />
      <p>{shown.wayThere}</p>
      <JoinLink {...shown} />
      {shown.canSayMissing && <MissingForm token={opened.token} start={shown.start} />}
    </>
  );
}
