/** What the answer to a press tells whoever pressed. */
import { REFUSALS, TROUBLE } from '../../src/teams/wording/refusals';

/** `unknown`: no answer, or one that promises nothing. */
export type Told = 'accepted' | 'refused' | 'unknown';

/** As it stands in an answer. */
const quoted = (text: string): string => JSON.stringify(text).slice(1, -1);
const NOTHING_DONE = [...Object.values(REFUSALS), ...Object.values(TROUBLE)].map(quoted);
/** What a bot says that ran out of time: it may be done or not. */
const CANNOT_TELL = quoted(TROUBLE.slow);
const SENT_ALREADY = quoted(REFUSALS['already-submitted']);
/** A form that comes back was not sent. */
const FORM_AGAIN = /"verb":"form-send"/;

/** @param text the answer to a press; '' where it was lost */
export function toldBy(text: string): Told {
  if (text === '' || text.includes(CANNOT_TELL)) return 'unknown';
  const { statusCode } = JSON.parse(text) as { statusCode?: number };
  const isDone =
    statusCode === 200 && !NOTHING_DONE.some((each) => text.includes(each)) && !FORM_AGAIN.test(text);
  return isDone ? 'accepted' : 'refused';
}

/** By a try nobody answered. */
export function isSentAlready(text: string): boolean {
  return text.includes(SENT_ALREADY);
}
