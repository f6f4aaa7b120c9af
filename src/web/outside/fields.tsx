/** Fields of the plain pages, each with its label, its hint and what is wrong with it, tied together for whoever cannot see them. */
import type { ComponentChildren } from 'preact';
import { frameWords, summaryHeading } from './wording/frame';

/** What is wrong with a field, in words. */
export interface Wrong {
  /** The id of the field: its name. */
  readonly field: string;
  /** In the list at the top. */
  readonly text: string;
  /** Beside the field, where the field need not be named again. */
  readonly beside?: string;
}

export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly wrong?: readonly Wrong[];
  /** The field is the only thing on its page, so that its label is the page's heading. */
  readonly isHeading?: boolean;
}

export interface InputProps extends FieldProps {
  readonly value: string;
  readonly type?: 'text' | 'email' | 'tel' | 'date' | 'time';
  readonly inputMode?: 'numeric' | 'email';
  readonly autocomplete?: string;
  readonly width?: 'short' | 'middle';
  readonly spellcheck?: false;
  /** It has just been added, and is what somebody goes on with. */
  readonly takesFocus?: boolean;
  readonly min?: string;
  readonly max?: string;
}

/** Browsers' own checks stay out of it: their words come one at a time and are not ours. */
export function Input(props: InputProps) {
  const { name, value, type = 'text', inputMode, width, spellcheck, takesFocus, min, max } = props;
  return (
    <div class={fieldClass(props)}>
      <FieldLabel {...props} />
      <input
        id={name}
        name={name}
        type={type}
        value={value}
        class={width}
        inputMode={inputMode}
        autocomplete={props.autocomplete ?? 'off'}
        {...(spellcheck === false && { spellcheck, autoCapitalize: 'none' })}
        autofocus={takesFocus}
        min={min}
        max={max}
        {...tiedTo(props)}
      />
    </div>
  );
}

/** @param longest more cannot be typed; paste is cut there */
export function TextArea(
  props: FieldProps & { readonly value: string; readonly rows?: number; readonly longest?: number },
) {
  const { name, value, rows = 8, longest } = props;
  return (
    <div class={fieldClass(props)}>
      <FieldLabel {...props} />
      {/* Browsers drop the first line end there is, so there is one of ours. */}
      <textarea
        id={name}
        name={name}
        rows={rows}
        maxLength={longest}
        {...tiedTo(props)}
      >{`\n${value}`}</textarea>
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
    readonly choices?: readonly Choice[];
    readonly groups?: readonly ChoiceGroup[];
    /** What stands there as long as nothing is chosen. */
    readonly open?: string;
  },
) {
  const { name, value, choices = [], groups = [], open = frameWords.choose } = props;
  return (
    <div class={fieldClass(props)}>
      <FieldLabel {...props} />
      <select id={name} name={name} {...tiedTo(props)}>
        <option value="">{open}</option>
        {optionsOf(choices, value)}
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {optionsOf(group.choices, value)}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

function optionsOf(choices: readonly Choice[], chosen: string) {
  return choices.map(({ value, label }) => (
    <option key={value} value={value} selected={value === chosen}>
      {label}
    </option>
  ));
}

interface ChoicesProps extends FieldProps {
  readonly choices: readonly (Choice & { readonly hint?: string })[];
}

/** One of a few. */
export function Radios({ chosen, ...props }: ChoicesProps & { readonly chosen: string }) {
  return <Choices {...props} kind="radio" chosen={[chosen]} />;
}

/** One of several steps that stand beside each other; the last choice is none of them, and stands apart. */
export function Scale({ chosen, ...props }: ChoicesProps & { readonly chosen: string }) {
  return <Choices {...props} kind="radio" chosen={[chosen]} kept="scale" />;
}

/** Any of many; one alone is a box to tick. */
export function Checkboxes(props: ChoicesProps & { readonly chosen: readonly string[] }) {
  return <Choices {...props} kind="checkbox" />;
}

/** The first box carries the field's id, so that links to it arrive. */
function Choices(
  props: ChoicesProps & {
    readonly kind: 'radio' | 'checkbox';
    readonly chosen: readonly string[];
    readonly kept?: 'scale';
  },
) {
  const { name, label, kind, chosen, choices, isHeading, kept } = props;
  return (
    <fieldset class={fieldClass(props)} {...describedBy(props)}>
      <legend>{isHeading ? <h1>{label}</h1> : label}</legend>
      <Hint {...props} />
      <Faults {...props} />
      <div class={kept}>
        {choices.map(({ value, label: text, hint }, n) => (
          <div key={value} class="choice">
            <input
              type={kind}
              id={n === 0 ? name : `${name}-${n}`}
              name={name}
              value={value}
              checked={chosen.includes(value)}
              aria-describedby={hint === undefined ? undefined : `${name}-${n}-hint`}
            />
            <label for={n === 0 ? name : `${name}-${n}`}>{text}</label>
            {hint !== undefined && (
              <p id={`${name}-${n}-hint`} class="hint">
                {hint}
              </p>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** Everything that is wrong, each leading to its field. Takes the focus, so that it is read out first. */
export function ErrorSummary({ wrong }: { readonly wrong: readonly Wrong[] }) {
  if (wrong.length === 0) return null;
  return (
    <section class="summary" tabindex={-1} autofocus role="alert" aria-labelledby="summary">
      <h2 id="summary">{summaryHeading(wrong.length)}</h2>
      <ul>
        {wrong.map(({ field, text }) => (
          <li key={field + text}>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was typed elsewhere, carried along. */
export function Hidden({ name, value }: { readonly name: string; readonly value: string }) {
  return <input type="hidden" name={name} value={value} />;
}

function FieldLabel(props: FieldProps) {
  const { name, label, isHeading } = props;
  const tag = <label for={name}>{label}</label>;
  return (
    <>
      {isHeading ? <h1>{tag}</h1> : tag}
      <Hint {...props} />
      <Faults {...props} />
    </>
  );
}

function Hint({ name, hint }: FieldProps) {
  return hint ? (
    <p id={`${name}-hint`} class="hint">
      {hint}
    </p>
  ) : null;
}

function Faults({ name, wrong = [] }: FieldProps) {
  const own = wrong.filter(({ field }) => field === name);
  return own.length > 0 ? (
    <p id={`${name}-wrong`} class="wrong">
      <span class="unseen">{frameWords.error}</span>
      {own.map(({ text, beside }) => beside ?? text).join(' ')}
    </p>
  ) : null;
}

function isWrong({ name, wrong = [] }: FieldProps): boolean {
  return wrong.some(({ field }) => field === name);
}

function fieldClass(props: FieldProps): string {
  return isWrong(props) ? 'field faulty' : 'field';
}

function describedBy(props: FieldProps) {
  const { name, hint } = props;
  const ids = [...(hint ? [`${name}-hint`] : []), ...(isWrong(props) ? [`${name}-wrong`] : [])];
  return { 'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined };
}

function tiedTo(props: FieldProps) {
  return { ...describedBy(props), ...(isWrong(props) && { 'aria-invalid': 'true' as const }) };
}
