/** Where the plain pages are. */
export const REQUEST = '/request';
export const CHOOSE = '/request/choose';
export const START = '/request/start';
export const LINK = '/request/link';
export const AGAIN = '/request/again';
export const MAILED = '/request/mailed';
/** Of one person and request: `/r/{token}`. */
export const PERSON = '/r';

export function formPath(token: string): string {
  return `${REQUEST}/${encodeURIComponent(token)}`;
}
