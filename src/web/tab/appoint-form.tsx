/** Appointing one facilitator: at which of their times, why not the first of the list, and who comes beside them. */
import { type Beside, OVERRULE_REASONS, type Verdict } from '../../domain/match';
import type { Submitted } from '../../domain/request';
import { besideInWords, OVERRULED } from '../../wording/matching';
import { slotInWords } from '../../wording/when';
import { requestPath } from './paths';
import type { Able } from './request-pool';
import { appointWords } from './wording/requests';

interface Props {
  readonly chosen: Able;
  /** Everybody, because a trainee who may observe is never among those who could take it. */
  readonly all: readonly Verdict[];
  readonly request: Submitted;
}

/** Folded, so that the list stays one to read. */
export function AppointForm({ chosen, all, request }: Props) {
  const { facilitator, matches, rank } = chosen;
  const id = `appoint-${facilitator.id}`;
  const others = all.filter((each) => each.facilitator.id !== facilitator.id);
  return (
    <details class="appoint">
      <summary>{appointWords.open(facilitator.name)}</summary>
      <form method="post" action={requestPath(request.id, 'appoint')}>
        <input type="hidden" name="facilitator" value={facilitator.id} />
        <div class="field">
          <label for={`${id}-start`}>{appointWords.when}</label>
          <select id={`${id}-start`} name="start">
            {matches.map(({ slot }) => (
              <option key={slot.start} value={slot.start}>
                {slotInWords(slot)}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for={`${id}-because`}>{appointWords.because}</label>
          <p id={`${id}-because-hint`} class="hint">
            {appointWords.becauseHint}
          </p>
          <select
            id={`${id}-because`}
            name="because"
            required={rank > 1}
            aria-describedby={`${id}-because-hint`}
          >
            <option value="">{rank > 1 ? '' : appointWords.becauseNone}</option>
            {OVERRULE_REASONS.map((reason) => (
              <option key={reason} value={reason}>
                {OVERRULED[reason]}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for={`${id}-beside`}>{appointWords.beside}</label>
          <p id={`${id}-beside-hint`} class="hint">
            {appointWords.besideHint}
          </p>
          <select id={`${id}-beside`} name="beside" aria-describedby={`${id}-beside-hint`}>
            <option value="">{appointWords.besideNobody}</option>
            {others.flatMap((each) => besideOptions(each))}
          </select>
        </div>
        <button class="primary">{appointWords.submit(facilitator.name)}</button>
      </form>
    </details>
  );
}

/** Whoever could take it themselves could be second; anybody else might observe, if they are free then. */
function besideOptions(verdict: Verdict) {
  const ways: readonly Beside['as'][] = 'rank' in verdict ? ['second', 'observer'] : ['observer'];
  if ('removal' in verdict && !MAY_OBSERVE.includes(verdict.removal.rule)) return [];
  return ways.map((as) => (
    <option key={`${as} ${verdict.facilitator.id}`} value={`${as} ${verdict.facilitator.id}`}>
      {besideInWords(verdict.facilitator.name, as)}
    </option>
  ));
}

/** Rules that keep somebody from facilitating, and not from observing. */
const MAY_OBSERVE: readonly string[] = ['not-trained', 'cap'];
