/** The ways a card's button or a command of the compose box arrives, read without trusting any of them. */
import { type Activity, ActivityTypes } from 'botbuilder';

export interface Submitted {
  readonly verb: string;
  readonly data: unknown;
  /** Teams asked by itself (`refresh`); nobody pressed anything. */
  readonly automatic: boolean;
}

const EXECUTE = 'adaptiveCard/action';
/** A button opened a dialog; a button in that dialog was pressed. */
const FETCH = 'task/fetch';
const SUBMIT = 'task/submit';
/** The same from the compose box, whose commands are named by verbs (appPackage/manifest.json). */
const COMPOSE_FETCH = 'composeExtension/fetchTask';
const COMPOSE_SUBMIT = 'composeExtension/submitAction';
/** The compose box is searched; nothing is opened. */
const COMPOSE_QUERY = 'composeExtension/query';

export function isInvoke({ type }: Activity): boolean {
  return type === String(ActivityTypes.Invoke);
}

export function isMessage({ type }: Activity): boolean {
  return type === String(ActivityTypes.Message);
}

/** Whether the answer is shown in a dialog: to whoever opened it and to nobody else. */
export function isInDialog(activity: Activity): boolean {
  return isInvoke(activity) && [FETCH, SUBMIT, COMPOSE_FETCH, COMPOSE_SUBMIT].includes(activity.name ?? '');
}

export function isSearch(activity: Activity): boolean {
  return isInvoke(activity) && activity.name === COMPOSE_QUERY;
}

/** What was submitted, or undefined when the activity is neither a card's button nor a command. */
export function submittedBy(activity: Activity): Submitted | undefined {
  const value = asObject(activity.value);
  if (!isInvoke(activity)) {
    const isButton = isMessage(activity) && !activity.text && isObject(activity.value);
    return isButton ? { verb: text(value.verb), data: value, automatic: false } : undefined;
  }
  switch (activity.name) {
    case EXECUTE: {
      const action = asObject(value.action);
      return { verb: text(action.verb), data: action.data ?? {}, automatic: value.trigger === 'automatic' };
    }
    case FETCH:
    case SUBMIT:
    case COMPOSE_SUBMIT:
      return { verb: text(asObject(value.data).verb), data: value.data, automatic: false };
    case COMPOSE_FETCH:
      // What else comes along, such as a message it was started from, is not read.
      return { verb: text(value.commandId), data: {}, automatic: false };
    case COMPOSE_QUERY:
      return { verb: text(value.commandId), data: { text: searchedFor(value) }, automatic: false };
    default:
      return undefined;
  }
}

/** What is typed in the search box; before anything is typed Teams asks with a parameter of its own. */
function searchedFor({ parameters }: Record<string, unknown>): string {
  const given = Array.isArray(parameters) ? parameters.map(asObject) : [];
  return text(given.find(({ name }) => name === 'text')?.value);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function asObject(value: unknown): Record<string, unknown> {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
