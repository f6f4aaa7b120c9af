/** A facilitator's own page: how they stand in the pool, their sessions by day and time alone, a break, and their hours. */
import type { Reservation } from '../../../domain/facilitator';
import type { Instant } from '../../../domain/intervals';
import { presentOwnFacilitating } from '../../../present/own-facilitating';
import { slotInWords } from '../../../wording/when';
import { Button } from '../parts';
import type { Shown } from '../plain-page';
import { FACILITATING, PAGE_TITLES } from '../wording/person';
import type { Subject } from './opening';
import { TalkOver } from './talk-over';
import { ActForm, Facts, FurtherPages, LinkKeeping, type Seen, type Told, ToldNotice } from './seen';

export function facilitatingPage(
  seen: Seen,
  { entry, feedback }: Extract<Subject, { as: 'facilitating' }>,
  told: Told,
): Shown {
  const { opened, now, policy, offers } = seen;
  const { token } = opened;
  const shown = presentOwnFacilitating(entry, now, policy, '', { offers, ...(feedback && { feedback }) });
  return {
    title: PAGE_TITLES.facilitating,
    ...(told.status !== undefined && { status: told.status }),
    content: (
      <>
        <ToldNotice {...told} />
        <Facts facts={shown.facts} />
        <h2>{FACILITATING.sessions}</h2>
        <Sessions reservations={entry.reservations} now={now} />
        {shown.isPaused && (
          <ActForm token={token} act="end-pause">
            <Button kind="second">{FACILITATING.endPause}</Button>
          </ActForm>
        )}
        <FurtherPages
          token={token}
          pages={[
            ...(shown.canPause ? [{ step: 'pause', label: FACILITATING.pause }] : []),
            ...(shown.canDeclare ? [{ step: 'declare', label: FACILITATING.declare }] : []),
          ]}
        />
        {shown.hasFeedback && (
          <>
            <h2>{shown.feedbackHeading}</h2>
            <p>{shown.feedbackText}</p>
            <Facts facts={shown.feedback} />
          </>
        )}
        {shown.canTalkOver && <TalkOver token={token} />}
        <LinkKeeping token={token} />
      </>
    ),
  };
}

function Sessions({
  reservations,
  now,
}: {
  readonly reservations: readonly Reservation[];
  readonly now: Instant;
}) {
  const coming = reservations
    .filter(({ state, slot }) => state === 'held' && slot.end > now)
    .sort((one, other) => one.slot.start - other.slot.start);
  if (coming.length === 0) return <p>{FACILITATING.none}</p>;
  return (
    <>
      <ul>
        {coming.map(({ slot, observes }) => (
          <li key={slot.start}>
            {slotInWords(slot)}
            {observes && ` ${FACILITATING.observing}`}
          </li>
        ))}
      </ul>
      <p class="hint">{FACILITATING.sessionsHint}</p>
    </>
  );
}
