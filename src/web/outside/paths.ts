/** Where the plain pages are. */
export const REQUEST = '/request';
export const CHOOSE = '/request/choose';
export const START = '/request/start';
export const LINK = '/request/link';
export const AGAIN = '/request/again';
export const MAILED = '/request/mailed';
/** Of one person and request: `/r/{token}`. */
export const PERSON = '/r';
/** Of one session, by a link that is mailed or shown to everybody in the room: `/evaluate/{token}`. */
export const EVALUATE = '/evaluate';
/** Of no session: whoever reloads it, or goes back to it, sends nothing again. */
export const EVALUATED = '/evaluate/thanks';
/** Of the service itself; the first two are named in the manifest of the Teams app too. */
export const PRIVACY = '/privacy';
export const TERMS = '/terms';
export const ACCESSIBILITY = '/accessibility';

export function formPath(token: string): string {
  return `${REQUEST}/${encodeURIComponent(token)}`;
}

export function evaluatePath(token: string): string {
  return `${EVALUATE}/${encodeURIComponent(token)}`;
}
