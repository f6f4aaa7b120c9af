/** Fields of forms, each with its label, its hint and what is wrong with it, tied together for whoever cannot see them. */
import type { ComponentChildren } from 'preact';
import { formWords } from './wording/forms';

/** What is wrong with a field, in words. */
export interface Wrong {
  /** The id of the field. */
  readonly field: string;
  readonly text: string;
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly wrong: readonly Wrong[];
}

interface InputProps extends FieldProps {
  readonly value: string;
  readonly type?: 'text' | 'email' | 'date' | 'time';
  readonly required?: boolean;
  readonly inputMode?: 'decimal' | 'numeric';
  readonly autocomplete?: string;
  readonly min?: string;
  /** The label is there for those who cannot see where the field stands. */
  readonly bare?: boolean;
}

/** Browsers' own checks stay out of it: their words come one at a time and are not ours. */
export function Input(props: InputProps) {
  const { name, label, hint, wrong, value, type = 'text', required, inputMode, bare, min } = props;
  return (
    <div class={`field ${type} ${faulty(name, wrong)}`}>
      <label for={name} class={bare ? 'unseen' : undefined}>
        {label}
        {required && <span class="quiet"> {formWords.required}</span>}
      </label>
      <Hint name={name} hint={hint} />
      <Faults name={name} wrong={wrong} />
      <input
        id={name}
        name={name}
        type={type}
        value={value}
        min={min}
        inputMode={inputMode}
        autocomplete={props.autocomplete ?? 'off'}
        aria-required={required ? 'true' : undefined}
        {...tiedTo(name, hint, wrong)}
      />
    </div>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
}

export function Select(
  props: FieldProps & {
    readonly value: string;
    readonly groups: readonly ChoiceGroup[];
    readonly required?: boolean;
  },
) {
  const { name, label, hint, wrong, value, groups, required } = props;
  return (
    <div class={`field ${faulty(name, wrong)}`}>
      <label for={name}>
        {label}
        {required && <span class="quiet"> {formWords.required}</span>}
      </label>
      <Hint name={name} hint={hint} />
      <Faults name={name} wrong={wrong} />
      <select
        id={name}
        name={name}
        aria-required={required ? 'true' : undefined}
        {...tiedTo(name, hint, wrong)}
      >
        <option value="">{formWords.choose}</option>
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.choices.map((choice) => (
              <option key={choice.value} value={choice.value} selected={choice.value === value}>
                {choice.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

/** One of a few, or any of many; the first box carries the field's id, so that links to it arrive. */
export function Choices(
  props: FieldProps & {
    readonly kind: 'radio' | 'checkbox';
    readonly chosen: readonly string[];
    readonly choices: readonly Choice[];
  },
) {
  const { name, label, hint, wrong, kind, chosen, choices } = props;
  return (
    <fieldset class={`field ${faulty(name, wrong)}`} {...tiedTo(name, hint, wrong, false)}>
      <legend>{label}</legend>
      <Hint name={name} hint={hint} />
      <Faults name={name} wrong={wrong} />
      <div class="boxes">
        {choices.map(({ value, label: text }, n) => (
          <label key={value} class="box">
            <input
              type={kind}
              id={n === 0 ? name : undefined}
              name={name}
              value={value}
              checked={chosen.includes(value)}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Everything that is wrong, each leading to its field. Takes the focus once it is there. */
export function Summary(props: { readonly wrong: readonly Wrong[]; readonly heading?: string }) {
  const { wrong, heading = formWords.summary(wrong.length) } = props;
  if (wrong.length === 0) return null;
  return (
    <Banner kind="bad" heading={heading} focus>
      <ul>
        {wrong.map(({ field, text }) => (
          <li key={field + text}>
            <a href={`#${field}`} hx-boost="false">
              {text}
            </a>
          </li>
        ))}
      </ul>
    </Banner>
  );
}

export function Banner(props: {
  readonly kind: 'good' | 'warning' | 'bad';
  readonly heading: string;
  /** Whether it takes the focus in place of the page's heading. */
  readonly focus?: boolean;
  readonly children?: ComponentChildren;
}) {
  const { kind, heading, focus = false, children } = props;
  return (
    <section
      class={`banner ${kind}`}
      tabindex={-1}
      aria-labelledby="banner"
      data-focus={focus ? '' : undefined}
    >
      <h2 id="banner">{heading}</h2>
      {children}
    </section>
  );
}

function Hint({ name, hint }: { readonly name: string; readonly hint?: string | undefined }) {
  return hint ? (
    <p id={`${name}-hint`} class="hint">
      {hint}
    </p>
  ) : null;
}

function Faults({ name, wrong }: { readonly name: string; readonly wrong: readonly Wrong[] }) {
  const own = wrong.filter(({ field }) => field === name);
  return own.length > 0 ? (
    <p id={`${name}-wrong`} class="wrong">
      {own.map(({ text }) => text).join(' ')}
    </p>
  ) : null;
}

function faulty(name: string, wrong: readonly Wrong[]): string {
  return wrong.some(({ field }) => field === name) ? 'faulty' : '';
}

function tiedTo(name: string, hint: string | undefined, wrong: readonly Wrong[], saysInvalid = true) {
  const isWrong = wrong.some(({ field }) => field === name);
  const ids = [...(hint ? [`${name}-hint`] : []), ...(isWrong ? [`${name}-wrong`] : [])];
  return {
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    ...(isWrong && saysInvalid && { 'aria-invalid': 'true' as const }),
  };
}
