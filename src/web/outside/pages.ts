/** Every plain page, for people without Teams: the table of contents. */
import type { Page } from '../../http/page';
import { aboutPages } from './about/about-pages';
import { choosingPage } from './asking/choosing-page';
import { firstPage } from './asking/first-page';
import { formOfLink, type FormOfLinkNeeds } from './asking/form-of-link';
import { linkAsking, type LinkAskingNeeds } from './asking/link-asking';
import { mailedPage } from './asking/mailed-page';
import { assetPage } from './assets';
import { evaluatePages, type EvaluatePagesNeeds } from './evaluate/evaluate-pages';
import { createPersonPages, type PersonPagesNeeds } from './person/person-pages';
import { type PlainPage, type PlainPageNeeds, servedPage } from './plain-page';

export type OutsidePagesNeeds = PlainPageNeeds &
  LinkAskingNeeds &
  FormOfLinkNeeds &
  PersonPagesNeeds &
  EvaluatePagesNeeds;

export function createOutsidePages(needs: OutsidePagesNeeds): readonly Page[] {
  const pages: readonly PlainPage[] = [
    firstPage(needs),
    choosingPage(needs),
    ...linkAsking(needs),
    mailedPage,
    ...formOfLink(needs),
    ...createPersonPages(needs),
    ...evaluatePages(needs),
    ...aboutPages(needs),
  ];
  return [assetPage, ...pages.map((page) => servedPage(page, needs))];
}
