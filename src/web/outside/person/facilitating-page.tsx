/** A facilitator's own page: how they stand in the pool, their sessions by day and time alone, a break, and their hours. */
import type { Reservation } from '../../../domain/facilitator';
import type { Instant } from '../../../domain/intervals';
import type { PoolEntry } from '../../../ports/pool';
import { presentOwnFacilitating } from '../../../present/own-facilitating';
import { slotInWords } from '../../../wording/when';
import { Button } from '../parts';
import type { Shown } from '../plain-page';
import { FACILITATING, PAGE_TITLES, PERSON_TEXTS } from '../wording/person';
import { ActForm, Facts, FurtherPages, type Seen, type Told, ToldNotice } from './seen';

export function facilitatingPage(seen: Seen, entry: PoolEntry, told: Told): Shown {
  const { opened, now, policy } = seen;
  const { token } = opened;
  const shown = presentOwnFacilitating(entry, now, policy);
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
        <p class="hint">{PERSON_TEXTS.forwarding}</p>
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
