/** The three ways a card's button arrives, read without trusting any of them. */
import { type Activity, ActivityTypes } from 'botbuilder';

export interface Submitted {
  readonly verb: string;
  readonly data: unknown;
  /** Teams asked by itself (`refresh`); nobody pressed anything. */
  readonly automatic: boolean;
}

export const EXECUTE = 'adaptiveCard/action';
export const DIALOG = 'task/fetch';

export function isInvoke({ type }: Activity): boolean {
  return type === String(ActivityTypes.Invoke);
}

export function isMessage({ type }: Activity): boolean {
  return type === String(ActivityTypes.Message);
}

/** What was submitted, or undefined when the activity is not a card's button. */
export function submittedBy(activity: Activity): Submitted | undefined {
  const value = asObject(activity.value);
  if (isInvoke(activity) && activity.name === EXECUTE) {
    const action = asObject(value.action);
    return { verb: text(action.verb), data: action.data ?? {}, automatic: value.trigger === 'automatic' };
  }
  if (isInvoke(activity) && activity.name === DIALOG)
    return { verb: text(asObject(value.data).verb), data: value.data, automatic: false };
  if (isMessage(activity) && !activity.text && isObject(activity.value))
    return { verb: text(value.verb), data: value, automatic: false };
  return undefined;
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
