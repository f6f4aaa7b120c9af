/** What the service says of itself: who is told what is kept, what it may be used for, whom it may shut out. */
import { ACCESSIBILITY, PRIVACY, TERMS } from '../paths';
import type { PlainPage } from '../plain-page';
import { accessibilitySections } from '../wording/accessibility';
import { ABOUT_LINKS } from '../wording/frame';
import { privacySections } from '../wording/privacy';
import { termsSections } from '../wording/terms';
import { type Document, documentPage, type DocumentNeeds } from './document';

const DOCUMENTS: readonly Document[] = [
  { name: 'privacy', path: PRIVACY, title: ABOUT_LINKS.privacy, sections: privacySections },
  { name: 'terms', path: TERMS, title: ABOUT_LINKS.terms, sections: termsSections },
  {
    name: 'accessibility',
    path: ACCESSIBILITY,
    title: ABOUT_LINKS.accessibility,
    sections: accessibilitySections,
  },
];

export function aboutPages(needs: DocumentNeeds): readonly PlainPage[] {
  return DOCUMENTS.map((document) => documentPage(document, needs));
}
