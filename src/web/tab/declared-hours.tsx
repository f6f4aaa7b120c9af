/** What a facilitator's page says of the hours they are free, and what can be done about it. */
import { WEEKDAYS } from '../../domain/calendar';
import type { Declared, Hours } from '../../domain/declared';
import type { Facilitator } from '../../domain/facilitator';
import type { HoursKnown } from '../../domain/standing';
import { Mark } from './facilitator-list';
import { facilitatorPath } from './paths';
import { dateInWords } from '../../wording/when';
import { hoursInWords } from './wording/facilitators';
import { dayNames, hoursWords, pageWords } from './wording/one-facilitator';

export function DeclaredHours(props: { readonly facilitator: Facilitator; readonly hours: HoursKnown }) {
  const { facilitator, hours } = props;
  const { id, declared } = facilitator;
  return (
    <section class="part" aria-labelledby="availability">
      <h2 id="availability">{pageWords.availability}</h2>
      <p>
        <Mark {...hoursInWords(hours)} />
      </p>
      {hours.from === 'unknown' && <p>{pageWords.availabilityUnknown}</p>}
      {declared && <Week declared={declared} />}
      <div class="actions">
        {declared && <Press path={facilitatorPath(id, 'confirm')} text={hoursWords.confirm} />}
        <a class="button" href={facilitatorPath(id, 'hours')}>
          {declared ? hoursWords.change : hoursWords.declare}
        </a>
        {declared && <Press path={facilitatorPath(id, 'calendar')} text={hoursWords.useCalendar} />}
      </div>
    </section>
  );
}

function Press({ path, text }: { readonly path: string; readonly text: string }) {
  return (
    <form method="post" action={path}>
      <input type="hidden" name="step" value="press" />
      <button>{text}</button>
    </form>
  );
}

function Week({ declared: { week, exceptions, leave } }: { readonly declared: Declared }) {
  return (
    <dl class="short">
      {WEEKDAYS.map((day) => (
        <div key={day}>
          <dt>{dayNames[day]}</dt>
          <dd>{hoursText(week[day] ?? [])}</dd>
        </div>
      ))}
      {exceptions.map(({ date, hours }) => (
        <div key={date}>
          <dt>{dateInWords(date)}</dt>
          <dd>{hoursText(hours)}</dd>
        </div>
      ))}
      {leave.map(({ from, until }) => (
        <div key={from}>
          <dt>{hoursWords.leave}</dt>
          <dd>{`${dateInWords(from)} to ${dateInWords(until)}`}</dd>
        </div>
      ))}
    </dl>
  );
}

function hoursText(hours: readonly Hours[]): string {
  return hours.map(({ start, end }) => `${start} to ${end}`).join(', ') || hoursWords.noHours;
}
