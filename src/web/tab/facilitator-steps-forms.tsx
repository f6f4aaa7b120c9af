/** The small forms of a facilitator's page: pausing and leaving. */
import { addDays, type LocalDate } from '../../domain/calendar';
import type { Facilitator } from '../../domain/facilitator';
import type { Standing } from '../../domain/standing';
import { Input, type Wrong } from './fields';
import { facilitatorPath } from './paths';
import { dateInWords } from '../../wording/when';
import { pageWords } from './wording/one-facilitator';

/** Suggested, so that most need no typing. */
const USUAL_PAUSE_DAYS = 28;

export function PauseForm(props: {
  readonly standing: Standing;
  readonly today: LocalDate;
  readonly wrong: readonly Wrong[];
}) {
  const { standing, today, wrong } = props;
  const { facilitator, pausedUntil } = standing;
  return (
    <section class="part" aria-labelledby="pause">
      <h2 id="pause">{pageWords.pause}</h2>
      <p>{pageWords.pauseText}</p>
      <form method="post" action={facilitatorPath(facilitator.id, 'pause')} noValidate>
        <Input
          name="until"
          label={pageWords.pauseUntil}
          type="date"
          value={pausedUntil ?? addDays(today, USUAL_PAUSE_DAYS)}
          min={today}
          wrong={wrong}
        />
        <button>{pageWords.pauseButton}</button>
      </form>
      {pausedUntil !== undefined && (
        <form method="post" action={facilitatorPath(facilitator.id, 'resume')} class="beside">
          <input type="hidden" name="step" value="resume" />
          <button>{pageWords.endPause}</button>
        </form>
      )}
    </section>
  );
}

export function LeavingForm(props: { readonly facilitator: Facilitator; readonly wrong: readonly Wrong[] }) {
  const { facilitator, wrong } = props;
  const { id, leftOn } = facilitator;
  return (
    <section class="part" aria-labelledby="leaving">
      <h2 id="leaving">{pageWords.leave}</h2>
      <p>{pageWords.leaveText}</p>
      {leftOn === undefined ? (
        <form method="post" action={facilitatorPath(id, 'leave')} noValidate>
          <Input name="on" label={pageWords.leaveOn} type="date" value="" wrong={wrong} />
          <button>{pageWords.leaveButton}</button>
        </form>
      ) : (
        <form method="post" action={facilitatorPath(id, 'return')}>
          <input type="hidden" name="step" value="return" />
          <p>
            <strong>{`${pageWords.leaveOn}: ${dateInWords(leftOn)}`}</strong>
          </p>
          <button>{pageWords.takeBack}</button>
        </form>
      )}
    </section>
  );
}
