/** The share of the latest sessions, of whole blocks alone: a window that cut one would tell hidden cells by differences. */
import { DRIFT_DESIGN } from './drift-design';
import type { Block, Released } from './monitoring';
import { pooled } from './people';
import { recordedTogether } from './recorded';

/** As few of the latest blocks as have 20 assessable sessions together; undefined while there are fewer. */
export function rollingOf(blocks: readonly Block[]): Released['rolling'] {
  for (let n = blocks.length - 1; n >= 0; n -= 1) {
    const people = pooled(blocks.slice(n));
    if (people.drifted.of < DRIFT_DESIGN.rolling) continue;
    const recorded = recordedTogether(blocks.slice(n).map((block) => block.recorded));
    return { ...people, ...(recorded && { recorded }), from: blocks[n]!.from, to: blocks.at(-1)!.to };
  }
  return undefined;
}
