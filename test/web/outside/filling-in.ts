/** Somebody who fills in the form, page by page: what is typed on one, and the button that is pressed. */
import type { Answer } from '../tab-office';
import { bodyOf, type Form, formIn, type OutsideOffice } from './outside-office';

/** What of `wholeForm` stands on each part of the form. */
const FIELDS_OF = {
  about: ['name', 'team', 'phone', 'colleague', 'caseReference', 'reason', 'familyTold', 'otherNeeds'],
  when: [
    ...['place', 'venue', 'locality', 'earliest', 'latest', 'days', 'times', 'schoolsAgree', 'arrangements'],
  ],
  who: Array.from({ length: 12 }, (_, n) =>
    ['name', 'mail', 'team'].map((field) => `person-${n}-${field}`),
  ).flat(),
} as const;
export type Part = keyof typeof FIELDS_OF;
export const PARTS = Object.keys(FIELDS_OF) as Part[];

/** The fields of one part of it. */
export function partOf(form: Form, part: Part): Form {
  const names: readonly string[] = FIELDS_OF[part];
  return Object.fromEntries(Object.entries(form).filter(([name]) => names.includes(name)));
}

/** What a browser sends of the page: as it stands, what was typed in place of what was there, lines ended as HTML says. */
export function filledIn(page: Answer, typed: Form, go: string): URLSearchParams {
  const form = formIn(page.body);
  for (const name of Object.keys(typed)) form.delete(name);
  for (const [name, value] of bodyOf(typed)) form.append(name, value);
  form.append('go', go);
  return new URLSearchParams([...form].map(([name, value]) => [name, value.replace(/\r?\n/g, '\r\n')]));
}

export type Filling = ReturnType<typeof startFilling>;

/** @param link to the form */
export function startFilling(office: OutsideOffice, link: string) {
  let page: Answer | undefined;
  const shown = (): Answer => {
    if (!page) throw new Error('Expected a page to fill in, got none: open it first');
    return page;
  };
  return {
    shown,
    async opens(risk: string): Promise<Answer> {
      return (page = await office.opens(`${link}?risk=${risk}`));
    },
    async presses(go: string, typed: Form = {}): Promise<Answer> {
      return (page = await office.posts(link, filledIn(shown(), typed, go)));
    },
    /** Everything of the form, to its last page. */
    async fillsIn(form: Form, risk = 'no'): Promise<Answer> {
      await this.opens(risk);
      for (const part of PARTS) await this.presses('next', partOf(form, part));
      return shown();
    },
  };
}

/** Which part of the form a page is. */
export function partShown(page: Answer): string | undefined {
  return formIn(page.body).get('step') ?? undefined;
}
