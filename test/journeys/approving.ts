/** What a coordinator does to approve: one tap for the first match, and a reason for any other. */
import { OVERRULED } from '../../src/wording/matching';
import type { CardOnPage } from './card-on-page';

export const BECAUSE = 'Why this one, and not the first?';

/** Approves the match with that facilitator, wherever it stands among the others. */
export async function approve(card: CardOnPage, facilitator: string): Promise<void> {
  await card.press(new RegExp(`^Approve ${facilitator}`));
  // Shown in place, before anything is sent.
  if (!(await card.text()).includes(BECAUSE)) return;
  await card.choose(BECAUSE, OVERRULED['time-suits']);
  await card.press('For this reason, approve');
}
