/** Every plain page, for people without Teams: the table of contents. */
import type { Page } from '../exchange';
import { assetPage } from './assets';
import { type PlainPage, type PlainPageNeeds, servedPage } from './plain-page';

export type OutsidePagesNeeds = PlainPageNeeds;

export function createOutsidePages(needs: OutsidePagesNeeds): readonly Page[] {
  const pages: readonly PlainPage[] = [];
  return [assetPage, ...pages.map((page) => servedPage(page, needs))];
}
