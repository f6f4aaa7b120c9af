/**
 * A field that people never come to and programs fill in (a honeypot). It stands beyond the edge of the page and not
 * `display: none`, because many programs leave out what is not displayed; it is taken out of the order of the keyboard and
 * kept from assistive technology, so that nobody is lured by ear.
 */
import { linkWords } from '../wording/asking';

/** A name that no browser knows how to fill in for people. */
const NAME = 'subject';

export function Lure() {
  return (
    <div class="lure" aria-hidden="true">
      <label for={NAME}>{linkWords.lure}</label>
      <input id={NAME} name={NAME} type="text" value="" tabindex={-1} autocomplete="off" />
    </div>
  );
}

export function isLured(form: URLSearchParams): boolean {
  return (form.get(NAME) ?? '') !== '';
}
