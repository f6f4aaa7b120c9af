/** The form somebody's hours are declared on. */
import { type LocalDate, WEEKDAYS, type Weekday } from '../../domain/calendar';
import type { Hours } from '../../domain/declared';
import { type DeclaredAnswers, fieldOf } from '../../domain/declared-form';
import type { Facilitator } from '../../domain/facilitator';
import type { ComponentChildren } from 'preact';
import { Input, Summary, type Wrong } from './fields';
import type { Shown } from './page';
import { facilitatorPath } from './paths';
import { formWords } from './wording/forms';
import { dayNames, hoursWords } from './wording/one-facilitator';

/** Spans of hours a day has room for. */
export const SPANS = 2;
/** Empty lines below those filled in. */
const SPARE = 2;

/** Lines left empty are shown anew below the others; what is wrong stays on its line. */
export function declaredForm(
  facilitator: Facilitator,
  answers: DeclaredAnswers,
  wrong: readonly Wrong[],
  today: LocalDate,
): Shown {
  const title = hoursWords.title(facilitator.name);
  const spare = <Line,>(lines: readonly Line[], empty: Line) => [
    ...lines,
    ...Array.from({ length: SPARE }, () => empty),
  ];
  return {
    title,
    section: 'facilitators',
    status: wrong.length > 0 ? 422 : 200,
    content: (
      <>
        <h1 tabindex={-1}>{title}</h1>
        <p>{hoursWords.intro}</p>
        <Summary wrong={wrong} />
        <form method="post" action={facilitatorPath(facilitator.id, 'hours')} noValidate>
          <section class="part" aria-labelledby="week">
            <h2 id="week">{hoursWords.week}</h2>
            {WEEKDAYS.map((day) => (
              <Line key={day} legend={dayNames[day]}>
                <Spans group={day} hours={answers.week[day]} wrong={wrong} />
              </Line>
            ))}
          </section>
          <section class="part" aria-labelledby="exceptions">
            <h2 id="exceptions">{hoursWords.exceptions}</h2>
            <p class="hint">{hoursWords.exceptionsHint}</p>
            {spare(answers.exceptions, { date: '', hours: [] }).map(({ date, hours }, n) => (
              <Line key={n} legend={`${hoursWords.exceptions}, ${n + 1}`} isBare>
                <Input
                  {...{ name: fieldOf(`exception-${n}`, 'date'), label: hoursWords.date, wrong, min: today }}
                  type="date"
                  value={date}
                />
                <Spans group={`exception-${n}`} hours={hours} wrong={wrong} />
              </Line>
            ))}
          </section>
          <section class="part" aria-labelledby="leave">
            <h2 id="leave">{hoursWords.leave}</h2>
            <p class="hint">{hoursWords.leaveHint}</p>
            {spare(answers.leave, { from: '', until: '' }).map((span, n) => (
              <Line key={n} legend={`${hoursWords.leave}, ${n + 1}`} isBare>
                {(['from', 'until'] as const).map((name) => (
                  <Input
                    key={name}
                    {...{ name: fieldOf(`leave-${n}`, name), label: hoursWords[name], wrong, min: today }}
                    type="date"
                    value={span[name]}
                  />
                ))}
              </Line>
            ))}
          </section>
          <div class="actions">
            <button class="primary">{formWords.save}</button>
            <a class="button" href={facilitatorPath(facilitator.id)}>
              {formWords.cancel}
            </a>
          </div>
        </form>
      </>
    ),
  };
}

/** One line of fields under one name. */
function Line(props: {
  readonly legend: string;
  readonly isBare?: boolean;
  readonly children: ComponentChildren;
}) {
  const { legend, isBare = false, children } = props;
  return (
    <fieldset class="line">
      <legend class={isBare ? 'unseen' : undefined}>{legend}</legend>
      <div class="inputs">{children}</div>
    </fieldset>
  );
}

function Spans(props: {
  readonly group: Weekday | `exception-${number}`;
  readonly hours: readonly Hours[];
  readonly wrong: readonly Wrong[];
}) {
  const { group, hours, wrong } = props;
  const time = (n: number, name: keyof Hours) => (
    <Input
      name={fieldOf(group, n, name)}
      label={`${n === 0 ? hoursWords.hours[0] : hoursWords.hours[1]}, ${name === 'start' ? hoursWords.from : hoursWords.until}`}
      bare
      type="time"
      value={hours[n]?.[name] ?? ''}
      wrong={wrong}
    />
  );
  return (
    <>
      {Array.from({ length: Math.max(SPANS, hours.length) }, (_, n) => (
        <span key={n} class="span">
          {n > 0 && <span aria-hidden="true">{hoursWords.and}</span>}
          {time(n, 'start')}
          <span aria-hidden="true">{hoursWords.to}</span>
          {time(n, 'end')}
        </span>
      ))}
    </>
  );
}
