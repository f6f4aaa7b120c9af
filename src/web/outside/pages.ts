/** Every plain page, for people without Teams: the table of contents. */
import type { Page } from '../exchange';
import { choosingPage } from './asking/choosing-page';
import { firstPage } from './asking/first-page';
import { formOfLink, type FormOfLinkNeeds } from './asking/form-of-link';
import { linkAsking, type LinkAskingNeeds } from './asking/link-asking';
import { mailedPage } from './asking/mailed-page';
import { assetPage } from './assets';
import { type PlainPage, type PlainPageNeeds, servedPage } from './plain-page';

export interface OutsidePagesNeeds extends PlainPageNeeds, LinkAskingNeeds, FormOfLinkNeeds {}

export function createOutsidePages(needs: OutsidePagesNeeds): readonly Page[] {
  const pages: readonly PlainPage[] = [
    firstPage(needs),
    choosingPage(needs),
    ...linkAsking(needs),
    mailedPage,
    ...formOfLink(needs),
  ];
  return [assetPage, ...pages.map((page) => servedPage(page, needs))];
}
