/** Which facilitators a list shows: one of a few views of the pool, narrowed by what was typed. */
import { teamLabel } from '../../domain/agencies';
import type { Policy } from '../../domain/policy';
import type { Standing } from '../../domain/standing';

/** In the order they are offered. Whoever left is in one view only. */
const VIEWS = {
  everybody: ({ hasLeft }) => !hasLeft,
  training: ({ training, hasLeft }) => !hasLeft && (training.kind === 'ending' || training.kind === 'ended'),
  paused: ({ pausedUntil, hasLeft }) => !hasLeft && pausedUntil !== undefined,
  idle: ({ idleSince }) => idleSince !== undefined,
  hours: ({ hours, hasLeft }) => !hasLeft && hours.from === 'unknown',
  left: ({ hasLeft }) => hasLeft,
} satisfies Record<string, (standing: Standing) => boolean>;

export type View = keyof typeof VIEWS;
export const views = Object.keys(VIEWS) as readonly View[];

/** The view asked for; all of the pool when there is none of that name. */
export function viewNamed(name: string | null): View {
  return views.find((view) => view === name) ?? 'everybody';
}

export function inView(standings: readonly Standing[], view: View): readonly Standing[] {
  return standings.filter(VIEWS[view]);
}

/** Those in whose name, address, agency or team every word of the text is found. */
export function found(
  standings: readonly Standing[],
  text: string,
  { agencies }: Policy,
): readonly Standing[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return standings.filter(({ facilitator: { name, mail, team } }) => {
    const where = `${name} ${mail} ${teamLabel(agencies, team)}`.toLowerCase();
    return words.every((word) => where.includes(word));
  });
}
